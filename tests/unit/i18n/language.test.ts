import { expect, test } from "vitest";
import { readLanguage, rememberLanguage } from "~/i18n/language";

const asked = (path: string, headers: Record<string, string> = {}) =>
  new Request(`http://example.org${path}`, { headers });

test("a choice in the address comes before the cookie, the cookie before the browser's wish", () => {
  const headers = { cookie: "a=b; lang=es", "accept-language": "de, fr;q=0.9, en;q=0.1" };
  expect(readLanguage(asked("/?lang=fr", headers))).toBe("fr");
  expect(readLanguage(asked("/", headers))).toBe("es");
  expect(readLanguage(asked("/", { "accept-language": headers["accept-language"] }))).toBe("fr");
});

test("languages that we do not speak, and nonsense, read as English", () => {
  expect(readLanguage(asked("/?lang=xx", { cookie: "lang=klingon", "accept-language": "de;q=no, zz" }))).toBe("en");
  expect(readLanguage(asked("/", { "accept-language": "fr;q=0, es-MX;q=0.3" }))).toBe("es");
});

test("only a choice that was made is remembered", () => {
  expect(rememberLanguage(asked("/?lang=es"))).toMatch(/^lang=es; Path=\/; Max-Age=\d+; SameSite=Lax$/);
  expect(rememberLanguage(asked("/"))).toBeUndefined();
  expect(rememberLanguage(asked("/?lang=es%0d%0aSet-Cookie:x"))).toBeUndefined();
});
