import { expect, test } from "vitest";
import { type NetworkServer, startNetworkServer } from "../support/network-server";

const hostile = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>`;
const long = "x".repeat(6000);

type Fields = Record<string, string | string[]>;

interface Case {
  path: string;
  form: string;
  /** Forms that are refused, by what is wrong with them. */
  refused: Record<string, Fields>;
}

const network = {
  name: "N",
  acronym: "",
  summary: "S.",
  language: "en",
  website: "",
  parent: "",
  coordinator: "a@b.example",
};
const policies = { joinPolicy: "open", reviewsNeeded: "2", publishesSnapshots: "", anonymity: "open" };

const cases = (member: string): Case[] => [
  {
    path: "/networks/asking",
    form: "join",
    refused: { long: { note: long }, "wrong characters": { note: "a\u0000b" } },
  },
  { path: "/networks/own", form: "leave", refused: { empty: {}, hostile: { sure: hostile } } },
  {
    path: "/networks/own/members",
    form: "accept",
    refused: { empty: {}, long: { person: long }, "nobody's": { person: hostile } },
  },
  {
    path: `/networks/own/members/${member}`,
    form: "roles",
    refused: { "a role that is none": { roles: ["administrator"] }, hostile: { roles: [hostile] } },
  },
  {
    path: `/networks/own/members/${member}`,
    form: "official",
    refused: {
      "a city of others": { cities: ["other-city"] },
      long: { cities: [long] },
      hostile: { cities: [hostile] },
    },
  },
  { path: `/networks/own/members/${member}`, form: "remove", refused: { empty: {}, hostile: { sure: hostile } } },
  {
    path: "/networks/own/cities",
    form: "add-city",
    refused: {
      empty: { city: "" },
      "own already": { city: "own-city" },
      long: { city: long },
      hostile: { city: hostile },
    },
  },
  { path: "/networks/own/cities", form: "remove-city", refused: { empty: {}, "not there": { city: "other-city" } } },
  {
    path: "/networks/own/policies",
    form: "policies",
    refused: {
      empty: {},
      "too many reviews": { ...policies, reviewsNeeded: "6" },
      "no number": { ...policies, reviewsNeeded: "1e0" },
      "no policy": { ...policies, joinPolicy: hostile },
      "no anonymity": { ...policies, anonymity: long },
    },
  },
  {
    path: "/networks/own/invitations",
    form: "invite",
    refused: {
      empty: { emails: "" },
      long: { emails: long },
      "no address": { emails: "good@city.example\nnot an address" },
      "a header": { emails: "a@b.example\u0000Bcc: c@d.example" },
      "too many": { emails: Array.from({ length: 51 }, (_, index) => `a${index}@b.example`).join("\n") },
      hostile: { emails: hostile },
      "a role that is none": { emails: "a@b.example", roles: ["owner"] },
    },
  },
  { path: "/networks/own/invitations", form: "withdraw", refused: { empty: {}, "not there": { invitation: hostile } } },
  { path: "/networks/own/invitations", form: "resend", refused: { empty: {}, "not there": { invitation: "x" } } },
  { path: "/invitations", form: "accept-invitation", refused: { empty: {}, "not there": { invitation: hostile } } },
  {
    path: "/networks/new",
    form: "new-network",
    refused: {
      empty: {},
      long: { ...network, name: long },
      "a name in use": { ...network, name: "own" },
      "the form's own address": { ...network, name: "New" },
      "no letters": { ...network, name: "¡¿!" },
      "no language": { ...network, language: "xx" },
      "a script for a website": { ...network, website: "javascript:alert(1)" },
      "no parent": { ...network, parent: hostile },
      "no address": { ...network, coordinator: hostile },
      "lines in a name": { ...network, name: "a\nb" },
    },
  },
];

async function makeWorld() {
  const server = await startNetworkServer();
  for (const id of ["own", "other"]) {
    await server.network(id);
    await server.city(`${id}-city`, [id]);
  }
  await server.network("asking", { join_policy: "request" });
  const admin = await server.person("admin", [{ in: "own" }], { administrator: true });
  const member = await server.person("member", [{ in: "own" }]);
  return { server, admin, member };
}

const tables = [
  "network",
  "network_city",
  "membership",
  "invitation",
  "city_official",
  "mail",
  "entry",
  "person",
] as const;

const readAll = ({ services: { db } }: NetworkServer) =>
  Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()));

test("what is wrong is said in a summary with 422, changes nothing and loses no character", async () => {
  const { server, admin, member } = await makeWorld();
  const before = await readAll(server);
  const decoded = (html: string) =>
    html
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&#x27;", "'")
      .replaceAll("&amp;", "&");
  for (const { path, form, refused } of cases(member.id)) {
    for (const [name, fields] of Object.entries(refused)) {
      const what = `${path} ${form}: ${name}`;
      const answer = await admin.browser.submit(path, { form, ...fields });
      expect(answer.status, what).toBe(422);
      const html = await answer.text();
      expect(html, what).toContain(`id="${form}-errors"`);
      expect(html, what).toContain('role="alert"');
      expect(html, what).toMatch(/<title>Error: /);
      expect(html, what).not.toContain("<script>alert(1)");
      // What stands in hidden fields, lists and boxes was not typed.
      for (const field of ["note", "emails", "name", "summary", "website", "coordinator"]) {
        const typed = fields[field];
        if (typeof typed === "string" && !/\p{Cc}/u.test(typed))
          expect(decoded(html), `${what} keeps ${field}`).toContain(typed);
      }
    }
  }
  expect(await readAll(server)).toEqual(before);
});

test("fields that no form has change nothing", async () => {
  const { server, member, admin } = await makeWorld();
  const more = { role: "coordinator", coordinator: "1", state: "active", administrator: "1", person_id: admin.id };
  await member.browser.submit("/networks/asking", { form: "join", note: "Hello", ...more });
  const rows = await server.services.db
    .selectFrom("membership")
    .where("network_id", "=", "asking")
    .selectAll()
    .execute();
  expect(rows).toMatchObject([{ person_id: member.id, state: "requested", coordinator: 0, reviewer: 0 }]);
});

test("a name that is markup stays a name, in pages and in mail", async () => {
  const { server, admin } = await makeWorld();
  const odd = await server.person(hostile, [{ in: "own" }], { listed: true });
  const pages = ["/networks/own", "/networks/own/members", `/networks/own/members/${odd.id}`];
  for (const page of pages) {
    const html = await (await admin.browser.get(page)).text();
    expect(html, page).toContain("&lt;script&gt;alert(1)");
    expect(html, page).not.toContain("<script>alert(1)");
  }
  await admin.browser.submit(`/networks/own/members/${odd.id}`, { form: "official", cities: ["own-city"] });
  const mail = await server.lastMail();
  expect(mail.text).toContain(hostile);
  expect(mail.raw.match(/^To: /gm)).toHaveLength(1);
});

test("a network invites at most 300 people a day", async () => {
  const { server, admin } = await makeWorld();
  const at = server.services.now().toISOString();
  const sent = Array.from({ length: 299 }, (_, index) => ({
    id: `i${index}`,
    network_id: "own",
    email: `a${index}@b.example`,
    coordinator: 0 as const,
    reviewer: 0 as const,
    token_hash: `t${index}`,
    created_at: at,
    expires_at: at,
  }));
  await server.services.db.insertInto("invitation").values(sent).execute();
  const invite = async (emails: string) =>
    (await admin.browser.submit("/networks/own/invitations", { form: "invite", emails })).status;
  expect(await invite("one@b.example\r\ntwo@b.example")).toBe(429);
  expect(await invite("one@b.example")).toBe(302);
  expect(await invite("two@b.example")).toBe(429);
  server.wait(25 * 60 * 60 * 1000);
  expect(await invite("two@b.example")).toBe(302);
});
