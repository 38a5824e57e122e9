import { describe, expect, test } from "vitest";
import { unescaped } from "../support/forms-in-page";
import { goodPassword, type PeopleServer, startPeopleServer } from "../support/people-server";
import { linkIn } from "../support/read-mail";

const ada = { name: "Ada Testa", email: "ada@city.example", password: goodPassword };
const hostile = `"><script>alert(1)</script>{{name}}$t(site.name)'; drop table person; --`;

interface FormCase {
  path: string;
  form: string;
  /** What would be taken. */
  good: Record<string, string | string[]>;
  /** Its fields of text, which come back as they were typed. */
  texts: string[];
  secrets: string[];
  signedIn?: boolean;
  prepare?: (server: PeopleServer) => Promise<string>;
}

const forms: FormCase[] = [
  { path: "/register", form: "register", good: ada, texts: ["name", "email"], secrets: ["password"] },
  {
    path: "/sign-in",
    form: "sign-in",
    good: { email: ada.email, password: "x" },
    texts: ["email"],
    secrets: ["password"],
  },
  { path: "/password/forgotten", form: "forgotten", good: { email: ada.email }, texts: ["email"], secrets: [] },
  {
    path: "/account",
    form: "profile",
    good: { name: "Ada", role: "", orcid: "", language: "en" },
    texts: ["name", "role", "orcid"],
    secrets: [],
    signedIn: true,
  },
  {
    path: "/account/email",
    form: "email",
    good: { email: "new@city.example", current: goodPassword },
    texts: ["email"],
    secrets: ["current"],
    signedIn: true,
  },
  {
    path: "/account/security",
    form: "change-password",
    good: { current: goodPassword, password: goodPassword },
    texts: [],
    secrets: ["current", "password"],
    signedIn: true,
  },
  {
    path: "/account/second-factor",
    form: "begin",
    good: { current: goodPassword },
    texts: [],
    secrets: ["current"],
    signedIn: true,
  },
  {
    path: "/account/data",
    form: "erase",
    good: { current: goodPassword },
    texts: [],
    secrets: ["current"],
    signedIn: true,
  },
  {
    path: "/password/new",
    form: "new-password",
    good: { password: goodPassword },
    texts: [],
    secrets: ["password"],
    async prepare(server) {
      await server.newPerson(ada);
      await server.browser().submit("/password/forgotten", { form: "forgotten", email: ada.email });
      return linkIn(await server.lastMail());
    },
  },
  {
    path: "/confirm",
    form: "confirm",
    good: { password: goodPassword },
    texts: [],
    secrets: ["password"],
    async prepare(server) {
      await server.browser().submit("/register", { form: "register", ...ada });
      return linkIn(await server.lastMail());
    },
  },
];

describe.each(forms)("the form of $path", ({ path, form, good, texts, secrets, signedIn, prepare }) => {
  const fields = [...texts, ...secrets];
  const wrongs: [what: string, given: Record<string, string> | FormData, wrongFields: string[]][] = [
    ["empty", {}, fields.filter((field) => good[field] !== "")],
    ["too long", Object.fromEntries(fields.map((field) => [field, "x".repeat(5000)])), fields],
    ["of the wrong type", files(fields), fields],
    [
      "hostile",
      Object.fromEntries(fields.map((field) => [field, hostile])),
      texts.filter((field) => field !== "name" && field !== "role"),
    ],
  ];

  test("says what is wrong, at the top and at the field, and loses nothing", async () => {
    const server = await startPeopleServer();
    const browser = signedIn ? await server.newPerson(ada) : server.browser();
    const address = prepare ? await prepare(server) : path;
    for (const [what, given, wrongFields] of wrongs) {
      // As a new password, anything that is long may be chosen.
      if (what === "hostile" && form === "new-password") continue;
      if (given instanceof FormData) given.set("form", form);
      const body = given instanceof FormData ? given : { form, ...given };
      const answer = await browser.submit(address, body, { "Accept-Language": "en" });
      const page = await answer.text();
      expect(answer.status, what).toBe(422);
      expect(answer.headers.get("Cache-Control"), what).toContain("no-store");
      expect(page, what).toMatch(/<title>Error: /);
      const summary = /<div[^>]*role="alert"[^>]*>.*?<\/div>/s.exec(page)?.[0] ?? "";
      expect(summary, what).toMatch(/tabindex="-1"/i);
      expect(summary, what).toMatch(/autofocus/i);
      for (const field of wrongFields) {
        const words = new RegExp(`<a href="#${form}-${field}">([^<]+)</a>`).exec(summary)?.[1];
        expect(words, `${what}: ${field} in the summary`).toBeTruthy();
        expect(page, `${what}: ${field} itself`).toMatch(new RegExp(`id="${form}-${field}"[^>]*`));
        expect(page.split(`>${words}<`).length - 1, `${what}: the same words twice`).toBe(2);
      }
      if (!(body instanceof FormData)) {
        for (const field of texts) {
          const typed: string = Object.entries(body).find(([name]) => name === field)?.[1] ?? "";
          const input = new RegExp(`<input[^>]*id="${form}-${field}"[^>]*>`).exec(page)?.[0] ?? "";
          expect(unescaped(/ value="([^"]*)"/.exec(input)?.[1] ?? ""), `${what}: ${field} is kept`).toBe(typed);
        }
        for (const field of secrets) {
          const input = new RegExp(`<input[^>]*id="${form}-${field}"[^>]*>`).exec(page)?.[0] ?? "";
          expect(input, `${what}: ${field} is not sent back`).not.toMatch(/ value="[^"]+"/);
        }
      }
      expect(page, what).not.toContain("<script>alert");
    }
  });
});

function files(fields: string[]): FormData {
  const form = new FormData();
  for (const field of fields) form.set(field, new File(["a file"], "a.txt"));
  return form;
}
