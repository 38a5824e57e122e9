import { expect, test } from "vitest";
import { hashPassword, nobodysHash, verifyPassword } from "~/domain/people/password-hash.server";
import { refusePassword } from "~/domain/people/password-policy";

const common = [
  ..."password1234 passwordpassword Password123! p@ssw0rd1234 123456789012 1234567890123 qwertyuiop12 1q2w3e4r5t6y".split(
    " ",
  ),
  ..."1qaz2wsx3edc q1w2e3r4t5y6 abcdefghijkl aaaaaaaaaaaa abcabcabcabc iloveyou1234 administrator letmeinplease".split(
    " ",
  ),
  ..."qwerty123456 welcome12345 Welcome2026!! christopher1 jesuschrist1 spongebob123 manchester12 basketball12".split(
    " ",
  ),
  ..."motdepasse123 contraseña123 polylogue2026 zxcvbnm12345 qwertyqwerty 111111111111 sunshine2025 azertyuiop12".split(
    " ",
  ),
  ..."correcthorsebatterystaple tinkerbell12 unbelievable1 password.123 monkey-dragon1 football12345".split(" "),
];

test.each(common)("“%s” is too common", (password) => {
  expect(refusePassword(password)).toBe("common");
});

const good = [
  "seven lanterns by the river",
  "vKq9-tRw2-mZx7",
  "tangerine orbit ledger",
  "la tortue compte ses nuages",
  "пять фонарей у реки",
  "河边有七盏灯笼照着夜路呢",
  "correct horse battery staple donkey",
  " spaces are kept  ",
];

test.each(good)("“%s” may be chosen", (password) => {
  expect(refusePassword(password)).toBeNull();
});

test("what others know of a person makes no password", () => {
  const own = ["Ada Testa", "ada.testa@city.example"];
  expect(refusePassword("adatesta2026", own)).toBe("common");
  expect(refusePassword("ada testa 2026!!", own)).toBe("common");
  expect(refusePassword("adatesta2026")).toBeNull();
});

test("a password has 12 to 200 characters, whatever they are", () => {
  expect(refusePassword("vKq9-tRw2-m")).toBe("short");
  expect(refusePassword("😀🎈🧩🪁🪀🧸🎲🎯🪄🎨🎭")).toBe("short");
  expect(refusePassword("😀🎈🧩🪁🪀🧸🎲🎯🪄🎨🎭🧵")).toBeNull();
  expect(refusePassword(`vKq9${"xy7-Q".repeat(40)}`)).toBe("long");
});

test("the hash that stands for nobody costs what anybody's costs", async () => {
  const settings = (hash: string) => hash.split("$").slice(0, 4);
  expect(settings(nobodysHash)).toEqual(settings(await hashPassword("seven lanterns")));
  expect(settings(nobodysHash)[1]).toBe("argon2id");
  expect(await verifyPassword(null, "")).toBe(false);
});

test("the same letters, typed on another keyboard, are the same password", async () => {
  expect(await verifyPassword(await hashPassword("caf\u00e9 au lait le soir"), "cafe\u0301 au lait le soir")).toBe(
    true,
  );
});
