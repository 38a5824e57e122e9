import { expect, test } from "vitest";
import { type AccessRule, accessRules, type Role, roles } from "../support/access-rules";
import { draftWord, makeWorld, reviewedWord, submittedWord } from "../support/access-world";
import { readAll } from "../support/read-all";
import { readPatterns } from "../support/route-patterns";

type Verdict = "allowed" | "refused" | "no such method" | "failed";

function verdictOf(status: number, location: string, body: string): Verdict {
  if (status >= 500) return "failed";
  if (status === 405) return "no such method";
  // A loader's data says in its body where it leads to.
  const leads = status === 202 ? body : location;
  if ([401, 403, 404].includes(status) || leads.includes("/sign-in?to=")) return "refused";
  return "allowed";
}

async function ask(send: Promise<Response>): Promise<{ verdict: Verdict; body: string; status: number }> {
  const response = await send;
  const body = await response.text();
  return {
    body,
    status: response.status,
    verdict: verdictOf(response.status, response.headers.get("Location") ?? "", body),
  };
}

const dataPath = (path: string) => {
  const [address = "", query] = path.split("?");
  return `${address === "/" ? "/_root" : address}.data${query ? `?${query}` : ""}`;
};

test("every address of the route manifest says who may read and send what, and keeps to it", {
  timeout: 600_000,
}, async () => {
  const patterns = await readPatterns();
  expect(
    patterns.filter((pattern) => !(pattern in accessRules)),
    "declare them in tests/support/access-rules",
  ).toEqual([]);
  const { server, browsers, put } = await makeWorld();
  const { db } = server.services;
  const wrong: string[] = [];
  const mayRead: Record<string, readonly Role[]> = {
    [draftWord]: ["member"],
    [submittedWord]: ["member", "coordinator", "official"],
    [reviewedWord]: ["member", "coordinator", "reviewer"],
  };
  const judge = (
    what: string,
    role: Role,
    answer: { verdict: Verdict; status: number; body: string },
    expected: Verdict,
  ) => {
    if (answer.verdict !== expected)
      wrong.push(`${what} by ${role}: ${answer.verdict} (${answer.status}), not ${expected}`);
    for (const [word, readers] of Object.entries(mayRead)) {
      if (!readers.includes(role) && answer.body.includes(word)) wrong.push(`${what} tells ${role} of ${word}`);
    }
  };

  async function check(
    pattern: string,
    { at = pattern, get, post, form = {}, allowed = { form: "nothing" } }: AccessRule,
  ): Promise<void> {
    const path = put(at);
    for (const role of roles) {
      const browser = browsers[role];
      if (get) {
        const expected = get.includes(role) ? "allowed" : "refused";
        judge(`GET ${at}`, role, await ask(browser.get(path)), expected);
        const data = await ask(browser.get(dataPath(path)));
        // A file's address has no page whose data could be asked for: only that nothing leaks counts.
        judge(`GET ${at} as data`, role, data, data.verdict === "refused" ? "refused" : expected);
      }
    }
    const before = await readAll(db);
    const filled = Object.fromEntries(
      Object.entries(form).map(([name, value]) => [name, Array.isArray(value) ? value.map(put) : put(value)]),
    );
    for (const role of roles.filter((one) => !post?.includes(one))) {
      const answer = await ask(browsers[role].submit(path, filled));
      judge(`POST ${at} ${form.form ?? ""}`, role, answer, post ? "refused" : "no such method");
    }
    if ((await readAll(db)) !== before) wrong.push(`POST ${at} ${form.form ?? ""} changed something for who may not`);
    for (const role of roles.filter((one) => post?.includes(one))) {
      judge(`POST ${at}, allowed`, role, await ask(browsers[role].submit(path, allowed)), "allowed");
    }
  }

  // Last: it ends the sessions that the others need.
  const ordered = patterns.filter((pattern) => pattern !== "/sign-out").concat("/sign-out");
  for (const pattern of ordered) for (const rule of [accessRules[pattern] ?? []].flat()) await check(pattern, rule);
  expect(wrong).toEqual([]);
});

test("no search, suggestion, count or file knows a word of a draft", async () => {
  const { server, browsers } = await makeWorld();
  await server.services.syncIndex();
  const asked = [
    "/search",
    "/search/suggest",
    "/api/v1/search",
    "/search/export.json",
    "/search/export.csv",
    "/search/export.bib",
  ];
  const queries = ["zebrafinch", "quokka", "zebrafinchlanter", "quokkathimbl"];
  for (const role of ["nobody", "otherMember", "administrator"] as const) {
    for (const path of asked) {
      for (const query of queries) {
        const body = await (await browsers[role].get(`${path}?q=${query}`)).text();
        for (const word of [draftWord, submittedWord]) expect(body, `${path} ${query} ${role}`).not.toContain(word);
      }
    }
    const { total } = (await (await browsers[role].get(`/api/v1/search?q=${draftWord}`)).json()) as { total: number };
    expect(total).toBe(0);
    expect(await (await browsers[role].get("/sitemap.xml")).text()).not.toContain("/contributions/");
  }
});
