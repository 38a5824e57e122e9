import { randomUUID } from "node:crypto";
import type { Db } from "~db/client.server";

const at = "2026-01-01T00:00:00.000Z";

/** What coordinators of `own` curate, for the tests of access. @returns what stands for `{call}` and the like */
export async function addCurated(db: Db): Promise<Record<string, string>> {
  return { call: await addCall(db, "published"), callDraft: await addCall(db, "draft") };
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
