import { randomUUID } from "node:crypto";
import type { Db } from "~db/client.server";

const at = "2026-01-01T00:00:00.000Z";

/** What coordinators of `own` curate, for the tests of access. @returns what stands for `{call}` and the like */
export async function addCurated(db: Db): Promise<Record<string, string>> {
  await addCollection(db, "a-collection", true);
  await addCollection(db, "unpublished", false);
  await db
    .insertInto("tag")
    .values({ slug: "a-tag", label: "A tag", language: "en", stands_for: "a-tag", created_at: at })
    .execute();
  await db.insertInto("entry_tag").values({ entry_id: "own-city", tag: "a-tag" }).execute();
  const documentDraft = randomUUID();
  const document = { slug: "read", kind: "charter", title: "Read", date: null, language: "en", provisions: [] };
  await db
    .insertInto("document_draft")
    .values({
      ...{ id: documentDraft, source_name: "read.md", source_sha256: "x", revision: 0, created_at: at, updated_at: at },
      content: JSON.stringify({ ...document, participants: [], warnings: [], event: null, kindIsGuess: false }),
    })
    .execute();
  const [callDraft, otherCallDraft] = [await addCall(db, "draft"), await addCall(db, "draft")];
  return { documentDraft, call: await addCall(db, "published"), callDraft, otherCallDraft };
}

async function addCall(db: Db, status: "draft" | "published"): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto("call")
    .values({
      ...{ id, status, network_id: "own", language: "en", title: "A call", text: "Budget wanted." },
      ...{ created_at: at, updated_at: at, published_at: status === "published" ? at : null },
    })
    .execute();
  return id;
}

async function addCollection(db: Db, id: string, published: boolean): Promise<void> {
  const texts = { language: "en", title: `Collection ${id}`, summary: "Budgets.", text: "" };
  await db
    .insertInto("collection")
    .values({ id, network_id: "own", ...texts, current_version: published ? 1 : null, created_at: at, updated_at: at })
    .execute();
  const item = { collection_id: id, entry_id: "own-city", position: 1, note: "" };
  await db.insertInto("collection_item").values(item).execute();
  if (!published) return;
  const version = { collection_id: id, number: 1 };
  await db
    .insertInto("collection_version")
    .values({ ...version, ...texts, published_at: at })
    .execute();
  await db
    .insertInto("collection_version_item")
    .values({ ...item, ...version, entry_kind: "city", entry_title: "The own-city" })
    .execute();
}
