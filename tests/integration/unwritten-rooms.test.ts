import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { experiencesAsCsv } from "~/domain/contributions/exchange/write-experiences";
import type { BrowserStandIn } from "../support/browser-stand-in";
import { addCity, fullForm, startDraft } from "../support/contribution-server";
import { aPublishable } from "../support/publishable";
import { openAndInvite, review, send, startReviewServer, submitPractice, wholeReview } from "../support/review-server";
import { emptyDisk, fillDisk, givenBack } from "../support/unwritten";

type Fields = Record<string, string | string[]>;

const withFile = (fields: Fields, content: string | Buffer, name: string): FormData => {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) for (const text of [value].flat()) form.append(field, text);
  form.append("file", new Blob([typeof content === "string" ? content : new Uint8Array(content)]), name);
  return form;
};

/** Sends a form that cannot be saved for now. */
async function expectKept(browser: BrowserStandIn, path: string, form: Fields | FormData): Promise<void> {
  const answer = await browser.submit(path, form);
  const html = await answer.text();
  expect(answer.status, `${path}: ${html.slice(0, 300)}`).toBe(503);
  expect(Number(answer.headers.get("retry-after")), path).toBeGreaterThan(0);
  const sent =
    form instanceof FormData
      ? [...form]
      : Object.entries(form).flatMap(([name, value]) => [value].flat().map((text) => [name, text]));
  const texts = sent.filter(([name, value]) => name !== "form" && typeof value === "string");
  // Forms with files are sent with the line ends of the network.
  const lines = givenBack(html).map(([name, text]) => [name, text.replaceAll("\r\n", "\n")]);
  expect(lines, path).toEqual(texts);
}

const outcome = readFileSync(join(import.meta.dirname, "..", "fixtures", "import", "outcome.md"));
const words = 'A note with <signs> & "quotes",\nof two lines.';

test("what members review, publish, curate and hand in is given back where nothing can be saved, and saved afterwards", {
  timeout: 180_000,
}, async () => {
  const server = await startReviewServer("open", 1);
  const { db } = server.services;
  await addCity(db, "testville");
  const { author, coordinator, reviewers } = server;
  const administrator = await server.person("Administrator", [], { administrator: true });
  const actor = { person: { id: author.id }, administrator: false, memberships: [], cities: [] };
  const reviewed = await submitPractice(server, author.id);
  const [first = "", second = ""] = await openAndInvite(server, reviewed);
  await review(reviewers[0].browser, first);
  await send(reviewers[1].browser, `/reviews/${second}`, { form: "accept-review", conflict: "" });
  const accepted = await aPublishable(db, [actor]);
  const published = await aPublishable(db, [actor]);
  await send(coordinator.browser, `/contributions/${published}/publish`, { form: "publish", note: "" });
  const draft = await startDraft(author.browser, { kind: "practice", title: "Zephyrine" });
  const texts = { title: "Budgets", summary: "How they listen.", text: words, language: "en" };
  await send(coordinator.browser, "/collections/new", { form: "new", ...texts, network: "own" });

  const rows = experiencesAsCsv("practice", [{ ...fullForm, themes: '["housing"]' }]);
  const checked = await author.browser.submit(
    "/contributions/import",
    withFile({ form: "check", kind: "practice" }, rows, "rows.csv"),
  );
  const [, kept = ""] = /name="file" value="([^"]+)"/.exec(await checked.text()) ?? [];

  const forms: [who: BrowserStandIn, path: string, form: () => Fields | FormData][] = [
    [reviewers[1].browser, `/reviews/${second}`, () => ({ form: "review", ...wholeReview({ strengths: words }) })],
    [
      coordinator.browser,
      `/contributions/${reviewed}/review/decide`,
      () => ({ form: "decide", verb: "request-changes", reason: words, seenStatus: "in-review", seenRound: "1" }),
    ],
    [coordinator.browser, `/contributions/${accepted}/publish`, () => ({ form: "publish", note: words })],
    [coordinator.browser, `/contributions/${published}/retire`, () => ({ form: "archive", reason: words })],
    [coordinator.browser, "/collections/new", () => ({ form: "new", ...texts, title: "Others", network: "own" })],
    [coordinator.browser, "/collections/budgets/edit", () => ({ form: "texts", ...texts, summary: "Otherwise." })],
    [
      author.browser,
      `/contributions/${draft}/files`,
      () =>
        withFile(
          { form: "add", alternativeText: "", caption: "What <it> says" },
          "indicator,value\nrent,1\n",
          "rents.csv",
        ),
    ],
    [administrator.browser, "/admin/documents/new", () => withFile({ form: "upload" }, outcome, "outcome.md")],
    [author.browser, "/contributions/import", () => ({ form: "confirm", kind: "practice", file: kept })],
    [author.browser, "/searches/new", () => ({ form: "search", name: "Money", alerts: "daily", query: "q=budget" })],
  ];

  await sql`pragma query_only = on`.execute(db);
  for (const [browser, path, form] of forms) await expectKept(browser, path, form());
  await sql`pragma query_only = off`.execute(db);

  await fillDisk(db);
  const [, publish, publishing] = forms[2] ?? forms[0] ?? [];
  if (publish && publishing) await expectKept(coordinator.browser, publish, publishing());
  const { status } = await db
    .selectFrom("contribution")
    .where("id", "=", accepted)
    .select("status")
    .executeTakeFirstOrThrow();
  const versions = await db.selectFrom("entry_version").select("contribution_id").execute();
  expect([status, versions], "nothing of it was published").toEqual(["accepted", [{ contribution_id: published }]]);
  await emptyDisk(db);

  for (const [browser, path, form] of forms) {
    const answer = await browser.submit(path, form());
    expect(answer.status, `${path}: ${(await answer.clone().text()).slice(0, 300)}`).toBe(302);
  }
});
