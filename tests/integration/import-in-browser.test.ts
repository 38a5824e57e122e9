import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startNetworkServer } from "../support/network-server";
import { aDocx } from "../support/some-files";

const fixture = (name: string) => readFileSync(join(import.meta.dirname, "..", "fixtures", "import", name));

function upload(name: string, content: Buffer): FormData {
  const form = new FormData();
  form.append("form", "upload");
  form.append("file", new Blob([new Uint8Array(content)]), name);
  return form;
}

test("a document is uploaded, corrected by hand, and in the library only once that is confirmed", {
  timeout: 60_000,
}, async () => {
  const server = await startNetworkServer();
  const { db } = server.services;
  const { browser } = await server.person("Administrator", [], { administrator: true });
  const reader = await server.person("Reader");
  for (const name of ["outcome.md", "outcome.docx", "outcome.pdf", "outcome.html"]) {
    const read = await browser.submit("/admin/documents/new", upload(name, fixture(name)));
    expect(read.headers.get("Location"), name).toMatch(/^\/admin\/documents\/[\w-]{36}$/);
  }
  const read = await browser.submit("/admin/documents/new", upload("outcome.md", fixture("outcome.md")));
  const here = read.headers.get("Location") ?? "";
  expect((await reader.browser.get(here)).status).toBe(404);
  const page = await (await browser.get(here)).text();
  const eIds = [...page.matchAll(/aria-label="Relabel: ([\w-]+)"/g)].map(([, eId]) => eId);
  expect(eIds.length).toBeGreaterThan(5);
  expect(await db.selectFrom("document").selectAll().execute()).toEqual([]);

  const last = String(eIds.length - 1);
  const correct = (fields: Record<string, string>) => browser.submit(here, fields);
  expect((await correct({ form: "merge", at: last, revision: "0" })).status).toBe(302);
  // Somebody who still sees what was before is told so.
  expect((await correct({ form: "merge", at: "1", revision: "0" })).status).toBe(409);
  expect((await correct({ form: "takeBack", revision: "1" })).status).toBe(302);
  expect(
    (await correct({ form: "relabel", at: last, kind: "recommendation", label: "99", revision: "2" })).status,
  ).toBe(302);
  const astray = await correct({ form: "split", at: "2", from: "nowhere at all", revision: "3" });
  expect([astray.status, /<input[^>]*id="split-from"[^>]*>/.exec(await astray.text())?.[0]]).toEqual([
    ...[422, expect.stringContaining('value="nowhere at all"')],
  ]);
  const facts = { form: "facts", title: "Checked by hand", slug: "by-hand", kind: "charter", date: "2024-05" };
  expect((await correct({ ...facts, language: "en", revision: "3" })).status).toBe(302);
  expect((await correct({ form: "save", revision: "4" })).headers.get("Location")).toBe("/documents/by-hand");
  expect(await (await reader.browser.get("/documents/by-hand/recommendation-99")).text()).toContain("99");
  const saved = await db.selectFrom("provision").select("eid").execute();
  expect(saved).toHaveLength(eIds.length);
  expect((await correct({ form: "save", revision: "4" })).status).toBe(404);
  const { action } = await db
    .selectFrom("audit_event")
    .orderBy("number", "desc")
    .select("action")
    .executeTakeFirstOrThrow();
  expect(action).toBe("import-document");
});

test("files that are none, hold no text or are not taken are refused with a reason, and nothing is kept", {
  timeout: 60_000,
}, async () => {
  const server = await startNetworkServer();
  const { browser } = await server.person("Administrator", [], { administrator: true });
  const hostile: [string, Buffer][] = [
    ["empty.txt", fixture("empty.txt")],
    ["binary.txt", fixture("binary.txt")],
    ["blank.md", fixture("blank.md")],
    ["scanned.pdf", fixture("scanned.pdf")],
    ["encrypted.pdf", fixture("encrypted.pdf")],
    ["picture.svg", Buffer.from("<svg onload='alert(1)'/>")],
    ["broken.docx", Buffer.from("PK\u0003\u0004 and no more")],
    ["nested.md", Buffer.from(Array.from({ length: 500 }, (_, depth) => `${"  ".repeat(depth)}- x`).join("\n"))],
    ["nested.html", Buffer.from(`<p>One.</p>${"<ul><li>x".repeat(5_000)}`)],
    ["../../etc/passwd", Buffer.from("text")],
  ];
  for (const [name, content] of hostile) {
    const answer = await browser.submit("/admin/documents/new", upload(name, content));
    expect(answer.status, name).toBe(422);
    expect(await answer.text(), name).toContain("<title>Error:");
  }
  const zeros = Buffer.alloc(30_000_000);
  for (const inflated of [undefined, 1_000]) {
    const bomb = aDocx([{ name: "word/media/a.xml", content: zeros, inflated }]);
    const answer = await browser.submit("/admin/documents/new", upload("outcome.docx", bomb));
    expect([answer.status, (await answer.text()).includes("unpacked, this file would be far too large")]).toEqual([
      ...[422, true],
    ]);
  }
  expect((await browser.submit("/admin/documents/new", { form: "upload" })).status).toBe(422);
  expect(await server.services.db.selectFrom("document_draft").selectAll().execute()).toEqual([]);
});
