import { fieldsOf, ruleOf } from "~/domain/contributions/contribution-fields";
import type { Db } from "~db/client.server";
import { hostileTexts, mostTelling } from "../support/hostile-texts";

const at = "2026-01-01T00:00:00.000Z";
/** The draft that holds all of them. */
export const draftId = "00000000-0000-4000-8000-000000000001";
/** A word of every hostile text that is published, to search for. */
export const marker = "zephyrine";

/** The texts in as many pieces as there are fields, each as long as a field may be. */
export function inPieces(texts: readonly string[], longest: number): string[] {
  const pieces: string[] = [""];
  for (const text of texts) {
    const last = pieces.length - 1;
    const joined = `${pieces[last]}${text}\n\n`;
    if (joined.length <= longest) pieces[last] = joined;
    else pieces.push(`${text}\n\n`.slice(0, longest));
  }
  return pieces;
}

/** Drafts of a person and practices of the library whose texts, titles, names and file names are hostile. */
export async function fillHostile(db: Db, personId: string): Promise<void> {
  const fields = fieldsOf("case-study");
  const texts = fields.filter((name) => ruleOf(name).kind === "text");
  const pieces = inPieces(hostileTexts, 9_900);
  const lines = fields.filter((name) => ruleOf(name).kind === "line");
  const values = [
    ...texts.map((field, place) => [field, pieces[place % pieces.length] ?? ""] as const),
    ...lines.map((field, place) => [field, (mostTelling[place] ?? "").slice(0, 90)] as const),
    [
      "evidence",
      JSON.stringify([Object.fromEntries(["indicator", "source"].map((name) => [name, mostTelling[0]]))]),
    ] as const,
  ];
  await addDraft(db, personId, draftId, values);
  const titles = hostileTexts.filter((text) => text.length <= 200).filter((_, place) => place < 40 || place % 12 === 0);
  for (const title of titles) await addDraft(db, personId, crypto.randomUUID(), [["title", title]]);
  for (const [place, text] of mostTelling.entries())
    await db
      .insertInto("contribution_file")
      .values({
        ...{
          id: `file-${place}`,
          contribution_id: draftId,
          name: text,
          media_type: place % 2 ? "image/webp" : "text/plain",
        },
        ...{
          bytes: 1,
          sha256: "0".repeat(64),
          alternative_text: text,
          caption: text,
          added_by: personId,
          added_at: at,
        },
      })
      .execute();
  await publish(db);
}

async function addDraft(db: Db, personId: string, id: string, values: readonly (readonly [string, string])[]) {
  const dates = { created_at: at, updated_at: at };
  const draft = { id, kind: "case-study", status: "draft", city_id: "vienna", language: "en", revision: 99 } as const;
  await db
    .insertInto("contribution")
    .values({ ...draft, ...dates })
    .execute();
  const author = { contribution_id: id, position: 1, person_id: personId, name: mostTelling[0] ?? "", roles: "[]" };
  await db.insertInto("contribution_author").values(author).execute();
  for (const [place, [field, value]] of values.entries()) {
    const row = { contribution_id: id, field, value, revision: place + 1, saved_by: personId, saved_at: at };
    await db.insertInto("contribution_field").values(row).execute();
    await db.insertInto("contribution_change").values(row).execute();
  }
}

/** Practices whose titles and texts are hostile, straight into the library: into the index they go by the outbox. */
async function publish(db: Db): Promise<void> {
  for (const [place, text] of mostTelling.entries()) {
    const id = `hostile-${place}`;
    const dates = { published_at: at, created_at: at, updated_at: at };
    const title = `${marker} ${text}`;
    await db.transaction().execute(async (trx) => {
      await trx
        .insertInto("entry")
        .values({ id, kind: "practice", title, summary: title, language: "en", ...dates })
        .execute();
      await trx
        .insertInto("practice")
        .values({
          ...{
            id,
            city_id: "vienna",
            stage: "ongoing" as const,
            started: null,
            ended: null,
            year: 2020,
            partners: text,
          },
          ...{ lead_body: text, situation_before: text, what_was_done: `${text}\n\n${marker} ${text}`, results: text },
          ...{ challenges: text, lessons_learned: text, review_status: "not-reviewed" as const, licence: "CC-BY-4.0" },
          ...{ depth: "snapshot" as const, contact: text, objectives: null, legal_basis: null, participation: null },
          ...{ resources: null, sustainability: null, transfer_conditions: null },
        })
        .execute();
      await trx.insertInto("outbox").values({ kind: "practice", entry_id: id, created_at: at }).execute();
    });
  }
}
