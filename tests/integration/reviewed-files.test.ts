import { expect, test } from "vitest";
import type { BrowserStandIn } from "../support/browser-stand-in";
import {
  decide,
  openAndInvite,
  openAssignment,
  type ReviewServer,
  review,
  send,
  startReviewServer,
  submitPractice,
} from "../support/review-server";
import { aDocx, aPicture } from "../support/some-files";

/** Adds a file while the contribution is with its authors. @returns the address of its bytes */
async function addFile(server: ReviewServer, id: string, content: Buffer, name: string, alternative: string) {
  const form = new FormData();
  for (const [field, text] of Object.entries({ form: "add", alternativeText: alternative, caption: "" }))
    form.set(field, text);
  form.set("file", new Blob([new Uint8Array(content)]), name);
  const answer = await server.author.browser.submit(`/contributions/${id}/files`, form);
  expect(answer.status, name).toBe(302);
  const { sha256 } = await server.services.db
    .selectFrom("contribution_file")
    .where("contribution_id", "=", id)
    .orderBy("added_at", "desc")
    .select("sha256")
    .executeTakeFirstOrThrow();
  return `/files/${sha256}`;
}

const setStatus = (server: ReviewServer, id: string, status: "draft" | "submitted") =>
  server.services.db.updateTable("contribution").set({ status }).where("id", "=", id).execute();

async function textOf(browser: BrowserStandIn, path: string): Promise<string> {
  const answer = await browser.get(path);
  expect(answer.status, path).toBe(200);
  return answer.text();
}

/** A practice with a picture, a table and a document, in its first round. */
async function startWithFiles(anonymity: "open" | "both-hidden") {
  const server = await startReviewServer(anonymity, 1);
  const id = await submitPractice(server, server.author.id);
  await setStatus(server, id, "draft");
  const files = {
    picture: await addFile(server, id, await aPicture("png"), "aurelia-authorsson.png", "A mediator listens"),
    table: await addFile(server, id, Buffer.from("year;cases\n2020;12\n"), "aurelia.csv", ""),
    document: await addFile(server, id, aDocx(), "authorsson.docx", ""),
  };
  await setStatus(server, id, "submitted");
  return { server, id, files };
}

test("who reviews fetches the files of what they review once they have said yes; nobody else does", async () => {
  const { server, id, files } = await startWithFiles("open");
  const [reviewer, other] = server.reviewers;
  const [assignment = ""] = await openAndInvite(server, id, [reviewer]);
  const statuses = async (browser: BrowserStandIn) =>
    Promise.all(Object.values(files).map(async (path) => (await browser.get(path)).status));
  expect(await statuses(reviewer.browser), "invited").toEqual([404, 404, 404]);
  await send(reviewer.browser, `/reviews/${assignment}`, { form: "accept-review", conflict: "" });
  expect(await statuses(reviewer.browser), "accepted").toEqual([200, 200, 200]);
  expect(await statuses(other.browser), "another reviewer of the network").toEqual([404, 404, 404]);
  expect(await statuses(server.browser()), "nobody").toEqual([404, 404, 404]);
  expect(await statuses(server.coordinator.browser)).toEqual([200, 200, 200]);
  const text = await textOf(reviewer.browser, `/reviews/${assignment}/text`);
  for (const path of Object.values(files)) expect(text).toContain(path);
  expect(text).toContain('alt="A mediator listens"');
  expect(text).toContain("authorsson.docx");
  const table = await reviewer.browser.get(files.table);
  expect(table.headers.get("Content-Disposition")).toContain('filename="aurelia.csv"');
  expect(table.headers.get("Cache-Control")).toBe("private, no-store");
  await server.services.db.deleteFrom("membership").where("person_id", "=", reviewer.id).execute();
  expect(await statuses(reviewer.browser), "has left the network").toEqual([404, 404, 404]);
});

test("where authors are hidden, files come without their names, and documents that could tell them not at all", async () => {
  const { server, id, files } = await startWithFiles("both-hidden");
  const [reviewer] = server.reviewers;
  const [assignment = ""] = await openAndInvite(server, id, [reviewer]);
  await send(reviewer.browser, `/reviews/${assignment}`, { form: "accept-review", conflict: "" });
  expect((await reviewer.browser.get(files.document)).status).toBe(404);
  const table = await reviewer.browser.get(files.table);
  expect([table.status, table.headers.get("Content-Disposition")]).toEqual([
    200,
    `attachment; filename="file-2.csv"; filename*=UTF-8''file-2.csv`,
  ]);
  expect((await reviewer.browser.get(files.picture)).status).toBe(200);
  for (const path of [`/reviews/${assignment}/text`, `/reviews/${assignment}/text.data`]) {
    const text = await textOf(reviewer.browser, path);
    expect(text, path).not.toMatch(/authorsson|aurelia/i);
    expect(text, path).not.toContain(files.document.slice("/files/".length));
    expect(text, path).toContain("file-3.docx");
  }
  expect(await textOf(reviewer.browser, `/reviews/${assignment}/text`)).toContain("could name the authors");
});

test("the next round shows which links and files came, went or are described otherwise", async () => {
  const { server, id, files } = await startWithFiles("open");
  const { db } = server.services;
  const [reviewer] = server.reviewers;
  const at = server.services.now().toISOString();
  const tools = ["mediation", "budgeting", "listening"];
  for (const tool of tools) {
    const stamps = { published_at: at, created_at: at, updated_at: at };
    await db
      .insertInto("entry")
      .values({ id: tool, kind: "tool", title: `The tool of ${tool}`, language: "en", ...stamps })
      .execute();
  }
  const link = (to_id: string, note: string) =>
    db
      .insertInto("contribution_link")
      .values({ contribution_id: id, to_id, type: "uses", evidence: "claimed", note })
      .execute();
  await link("mediation", "As in the book.");
  await link("budgeting", "Twice.");
  const [first = ""] = await openAndInvite(server, id, [reviewer]);
  await review(reviewer.browser, first);
  expect((await decide(server.coordinator.browser, id, "request-changes")).status).toBe(302);

  await db.deleteFrom("contribution_link").where("to_id", "=", "budgeting").execute();
  await db.updateTable("contribution_link").set({ note: "As in the handbook." }).execute();
  await link("listening", "Every week.");
  const rows = await db.selectFrom("contribution_file").select(["id", "name"]).execute();
  const idOf = (name: string) => rows.find((row) => row.name === name)?.id ?? "";
  const page = `/contributions/${id}/files`;
  await send(server.author.browser, page, { form: "remove", file: idOf("authorsson.docx") });
  const described = { alternativeText: "Two mediators listen", caption: "" };
  const picture = idOf("aurelia-authorsson.webp");
  await send(server.author.browser, page, { form: `describe-${picture}`, file: picture, ...described });
  await addFile(server, id, Buffer.from("1;2\n3;4\n"), "newer.csv", "");

  const answers = `/contributions/${id}/review/answer`;
  const names = [...(await textOf(server.author.browser, answers)).matchAll(/name="(response\.[\w-]+)"/g)];
  await send(server.author.browser, answers, {
    form: "responses",
    ...Object.fromEntries(names.map(([, name = ""]) => [name, "Twelve."])),
  });
  await send(server.author.browser, answers, { form: "resubmit" });
  const second = await openAssignment(server, reviewer.id);
  await send(reviewer.browser, `/reviews/${second}`, { form: "accept-review", conflict: "" });
  const changed = await textOf(reviewer.browser, `/reviews/${second}/changed`);
  const part = /<section[^>]*aria-labelledby="attached"[\s\S]*?<\/section>/.exec(changed)?.[0] ?? changed;
  const words = part.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
  expect(words).toContain("New: The tool of listening uses claimed Every week.");
  expect(words).toContain("Taken out: The tool of budgeting");
  expect(words).toMatch(/Changed: The tool of mediation .* book .* handbook/);
  expect(words).toContain("New: newer.csv");
  expect(words).toContain("Taken out: authorsson.docx");
  expect(words).toMatch(/Changed: aurelia-authorsson.webp .*Two/);
  expect(words, "what stayed as it was").not.toContain("aurelia.csv");

  const read = await textOf(reviewer.browser, `/reviews/${first}/text`);
  expect(read, "the first round keeps what it was about").toContain("The tool of budgeting");
  expect(read).not.toContain("newer.csv");
  expect(read).toContain("The authors have taken it out since.");
  expect((await reviewer.browser.get(files.document)).status, "taken out is meant").toBe(404);
  expect(await textOf(reviewer.browser, `/reviews/${second}/text`)).toContain("newer.csv");
});
