import { expect, test } from "vitest";
import { ImportError } from "~/domain/documents/import/import-error";
import type { ImportOptions } from "~/domain/documents/import/imported-document";
import type { Source } from "~/domain/documents/import/read-source.server";
import { toSourceLines } from "~/domain/documents/import/source-lines";
import { importDocument } from "~/domain/documents/import-document.server";
import type { Db } from "~db/client.server";
import { tempDatabase } from "../support/temp";

const now = new Date("2024-05-01T10:00:00.000Z");
const aSource = (text: string, name = "forum-2024.txt"): Source => ({
  ...{ name, sha256: `sha of ${text}`, lines: toSourceLines(text), warnings: [] },
});
const importText = (db: Db, text: string, options?: ImportOptions) =>
  importDocument(db, { source: aSource(text), options }, now);

const recitals = [
  "recalling the treaties that bind us all,",
  "aware of the people who wait,",
  "noting the plans of cities,",
];
const actions = [
  "adopt a plan with goals and a budget;",
  "train the staff of every office;",
  "publish what was reached each year.",
];
const aText = (above: string[] = recitals, below: string[] = actions, paragraphs: string[] = []) =>
  [
    "OUTCOME DOCUMENT",
    "“Plans for All the People of the City”",
    "8 February 2024",
    "We, the participants of the Forum,",
    ...paragraphs,
    above.map((text, at) => `${String.fromCharCode(97 + at)}. ${text}`).join("\n"),
    "encourage local governments to",
    below.map((text, at) => `${at + 1}. ${text}`).join("\n"),
  ].join("\n\n");

const addresses = async (db: Db, version: number) => {
  const rows = await db
    .selectFrom("provision_version as text")
    .innerJoin("provision", "provision.id", "text.provision_id")
    .where("text.document_version_id", "=", `forum-2024@${version}`)
    .orderBy("text.position")
    .select(["provision.eid", "text.text"])
    .execute();
  return rows.map(({ eid, text }) => `${eid}: ${text}`);
};
const redirects = async (db: Db) => {
  const rows = await db.selectFrom("provision_redirect").select(["from_eid", "to_eid"]).orderBy("from_eid").execute();
  return rows.map(({ from_eid, to_eid }) => `${from_eid} → ${to_eid}`);
};
const outbox = async (db: Db) =>
  (await db.selectFrom("outbox").select("entry_id").orderBy("id").execute()).map((row) => row.entry_id);

test("a first import saves the document, its provisions and what the index must read", async () => {
  const { db } = await tempDatabase();
  const result = await importText(db, aText(), { sourceUrl: "https://example.org/forum" });
  expect(result).toMatchObject({ status: "created", version: 1, removed: [], redirects: [] });
  const document = await db
    .selectFrom("document")
    .innerJoin("entry", "entry.id", "document.id")
    .selectAll()
    .executeTakeFirstOrThrow();
  expect(document).toMatchObject({
    ...{ id: "forum-2024", kind: "document", title: "Plans for All the People of the City", date: "2024-02-08" },
    ...{ event: "Forum", source_url: "https://example.org/forum", current_version: 1, language: "en" },
    published_at: now.toISOString(),
  });
  const titles = await db.selectFrom("entry").where("kind", "=", "provision").select(["id", "title"]).execute();
  expect(titles).toContainEqual({ id: "forum-2024/recital-b", title: "Recital b" });
  expect(titles).toContainEqual({ id: "forum-2024/enacting-formula", title: "Enacting formula" });
  expect(await outbox(db)).toEqual(expect.arrayContaining(["forum-2024", "forum-2024/recommendation-3"]));
  expect(await outbox(db)).toHaveLength(titles.length + 1);
});

test("the same file again changes nothing", async () => {
  const { db } = await tempDatabase();
  await importText(db, aText());
  const before = await outbox(db);
  expect(await importText(db, aText())).toMatchObject({ status: "unchanged", version: 1 });
  expect(await outbox(db)).toEqual(before);
  expect(await db.selectFrom("document_version").select("id").execute()).toHaveLength(1);
});

test("a corrected sentence makes a version; only what changed is read again", async () => {
  const { db } = await tempDatabase();
  await importText(db, aText());
  await db.deleteFrom("outbox").execute();
  const corrected = actions.with(1, "train the staff of every single office;");
  expect(await importText(db, aText(recitals, corrected))).toMatchObject({
    status: "updated",
    version: 2,
    removed: [],
  });
  expect(await outbox(db)).toEqual(["forum-2024/recommendation-2", "forum-2024"]);
  expect(await addresses(db, 1)).toContain("recommendation-2: train the staff of every office;");
  expect(await addresses(db, 2)).toContain("recommendation-2: train the staff of every single office;");
});

test("unlabelled paragraphs keep their addresses when one is inserted before them", async () => {
  const { db } = await tempDatabase();
  const paragraphs = ["the League of Cities, which speaks for towns,", "the Council of Mayors, which meets in spring,"];
  await importText(db, aText(recitals, actions, paragraphs));
  await importText(
    db,
    aText(recitals, actions, ["the Office for Rights, which came later to the table,", ...paragraphs]),
  );
  expect((await addresses(db, 2)).filter((line) => line.startsWith("paragraph"))).toEqual([
    "paragraph-3: the Office for Rights, which came later to the table,",
    `paragraph-1: ${paragraphs[0]}`,
    `paragraph-2: ${paragraphs[1]}`,
  ]);
  expect(await redirects(db)).toEqual([]);
});

test("a removed provision stays in the old version; a moved one redirects; an address in use does not", async () => {
  const { db } = await tempDatabase();
  await importText(db, aText());
  // Recital a goes: b is now a, c is now b, and nothing is c.
  const result = await importText(db, aText(recitals.slice(1)));
  expect(result.removed).toEqual(["recital-c"]);
  expect(await redirects(db)).toEqual(["recital-c → recital-b"]);
  const gone = await db.selectFrom("provision").where("current", "=", 0).select("eid").execute();
  expect(gone).toEqual([{ eid: "recital-c" }]);
  expect(await addresses(db, 1)).toContain(`recital-c: ${recitals[2]}`);
  expect(await addresses(db, 2)).not.toContain(`recital-c: ${recitals[2]}`);
  // It comes back: the redirect must not hide it.
  await importText(db, `${aText()}\n\nDone at Graz.`);
  expect(await redirects(db)).toEqual([]);
  expect(await db.selectFrom("provision").where("current", "=", 0).select("eid").execute()).toEqual([]);
});

test("a document known by summaries alone keeps them, its terms and its links", async () => {
  const { db } = await tempDatabase();
  const dates = { published_at: now.toISOString(), created_at: now.toISOString(), updated_at: now.toISOString() };
  const title = "Plans for all the people of the city";
  await db
    .insertInto("entry")
    .values({ id: "plans", kind: "document", title, summary: "Ours.", language: "en", ...dates })
    .execute();
  const none = {
    date: null,
    event: null,
    publisher: "City",
    source_url: null,
    where_to_get: null,
    current_version: null,
  };
  await db
    .insertInto("document")
    .values({ id: "plans", kind: "outcome-document", short_title: "Plans", ...none })
    .execute();
  const id = "plans/recommendation-2";
  await db
    .insertInto("entry")
    .values({ id, kind: "provision", title: "Training", summary: "Train them.", language: "en", ...dates })
    .execute();
  await db
    .insertInto("provision")
    .values({
      id,
      document_id: "plans",
      eid: "recommendation-2",
      kind: "recommendation",
      label: "2",
      position: 0,
      current: 1,
    })
    .execute();
  await db
    .insertInto("link")
    .values({ id: "l", from_id: id, to_id: "plans", type: "restates", evidence: null, note: null })
    .execute();
  const result = await importText(db, aText());
  expect(result).toMatchObject({ status: "updated", version: 1, document: { slug: "plans" } });
  const entry = await db.selectFrom("entry").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  expect(entry).toMatchObject({ title: "Training", summary: "Train them." });
  const document = await db.selectFrom("document").selectAll().executeTakeFirstOrThrow();
  expect(document).toMatchObject({ short_title: "Plans", publisher: "City", date: "2024-02-08", current_version: 1 });
  expect(await db.selectFrom("link").select("id").execute()).toHaveLength(1);
  const position = await db.selectFrom("provision").where("id", "=", id).select("position").executeTakeFirstOrThrow();
  expect(position.position).toBe(7);
});

test("a slug that is taken is refused, and the database is as it was", async () => {
  const { db } = await tempDatabase();
  await importText(db, aText());
  const other = aText().replace("Plans for All the People of the City", "Water and Schools in Mountain Villages");
  await expect(importText(db, other, { slug: "forum-2024" })).rejects.toThrow(ImportError);
  await expect(importText(db, aText().replace("OUTCOME DOCUMENT", "REPORT"), { slug: "forum-2024" })).rejects.toThrow(
    /another kind/u,
  );
  const dates = { published_at: null, created_at: now.toISOString(), updated_at: now.toISOString() };
  await db
    .insertInto("entry")
    .values({ id: "vienna", kind: "city", title: "Vienna", summary: null, language: "en", ...dates })
    .execute();
  await expect(importText(db, aText(), { slug: "vienna" })).rejects.toThrow(
    /taken by another entry \(city “Vienna”\)/u,
  );
  expect(await db.selectFrom("document_version").select("id").execute()).toEqual([{ id: "forum-2024@1" }]);
});
