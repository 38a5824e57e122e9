import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { accessRules } from "../support/access-rules";
import { makeWorld } from "../support/access-world";
import { around, hostile } from "../support/hostile";
import { readAll } from "../support/read-all";

/** The names of all parameters that an address is asked for anywhere. */
function readParameterNames(): string[] {
  const app = join(import.meta.dirname, "..", "..", "app");
  const files = readdirSync(app, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
  const asked = files.flatMap((file) => [
    ...readFileSync(join(app, file), "utf8").matchAll(/(?:[pP]arams|query)\.(?:get|getAll|has)\("([\w.-]+)"\)/g),
  ]);
  return [...new Set([...asked.map(([, name = ""]) => name), "theme", "region", "year", "page", "sort", "lang"])];
}

/** Parts of each list that every address meets; the addresses begin at different places. */
const payloadsEach = 2;
/** Whoever may use them would do what the test is not about. */
const ends = ["/sign-out", "/contributions/:id/delete", "/account/data", "/account/security"];

test("SQL and foreign addresses in any parameter cause no error, change no row and lead nowhere else", {
  timeout: 600_000,
}, async () => {
  const { server, browsers, put } = await makeWorld();
  const { db } = server.services;
  const names = readParameterNames();
  expect(names).toEqual(expect.arrayContaining(["q", "to", "near"]));
  const payloads = [around(hostile("sql")), around(hostile("open-redirect"))];
  const wrong: string[] = [];
  const judge = async (what: string, send: Promise<Response>) => {
    const answer = await send;
    await answer.arrayBuffer();
    if (answer.status >= 500) wrong.push(`${what}: ${answer.status}`);
    const to = answer.headers.get("Location");
    if (to && new URL(to, server.origin).origin !== server.origin) wrong.push(`${what} leads to ${to}`);
  };
  const before = await readAll(db);
  for (const pattern of Object.keys(accessRules)) {
    const rules = [accessRules[pattern] ?? []].flat();
    const real = put(rules[0]?.at ?? pattern).split("?")[0] ?? pattern;
    for (let i = 0; i < payloadsEach; i++) {
      for (const list of payloads) {
        const payload = list.next().value;
        const asked = new URLSearchParams(names.map((name) => [name, payload]));
        const form = { ...Object.fromEntries(asked), form: payload, id: payload, position: payload, field: payload };
        const hostilePath = pattern.replace(/:\w+|\*/g, () => encodeURIComponent(payload).replace(/^\.+$/, "%2e"));
        const what = `${pattern} with ${payload}`;
        await judge(`GET ${what} as a part`, browsers.member.get(`${hostilePath}?${asked}`));
        await judge(`GET ${what}`, browsers.member.get(`${real}?${asked}`));
        await judge(`GET ${what} by a coordinator`, browsers.coordinator.get(`${real}?${asked}`));
        if (rules.some(({ post }) => post))
          await judge(`POST ${what} by nobody`, browsers.nobody.submit(`${real}?${asked}`, form));
      }
    }
  }
  expect(wrong).toEqual([]);
  expect((await readAll(db)) === before, "a row was changed").toBe(true);
  for (const pattern of Object.keys(accessRules).filter((one) => !ends.includes(one))) {
    for (const { at = pattern, post } of [accessRules[pattern] ?? []].flat()) {
      if (!post) continue;
      for (const list of payloads) {
        const payload = list.next().value;
        const form = Object.fromEntries([...names, "form", "id", "person", "network"].map((name) => [name, payload]));
        const to = encodeURIComponent(payload);
        const by = post.includes("member") ? browsers.member : browsers.coordinator;
        await judge(`POST ${pattern} with ${payload}`, by.submit(`${put(at).split("?")[0]}?to=${to}`, form));
      }
    }
  }
  expect(wrong).toEqual([]);
});
