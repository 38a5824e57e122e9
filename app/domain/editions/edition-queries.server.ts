import { jsonArrayFrom } from "kysely/helpers/sqlite";
import type { Db } from "~db/client.server";
import type { EditionKind } from "~db/schema/edition";
import type { Change, EditedPart, EditionLine, Fields } from "./edition";
import { openSubject } from "./open-subject.server";

/** What stands at a part of the library; undefined where there is none. */
export async function readFields(db: Db, { kind, subject }: EditedPart): Promise<Fields | undefined> {
  return (await openSubject[kind](db, subject))?.fields;
}

/** What is looked at: a place, one part of the library, or everything. */
type Among = { place: string } | EditedPart | "all";

const among = (db: Db, which: Among) =>
  db.selectFrom("edition").$if(which !== "all", (query) =>
    query.where((on) => {
      if (which === "all") return on.lit(true);
      if ("place" in which) return on("edition.place", "=", which.place);
      return on.and([on("edition.kind", "=", which.kind), on("edition.subject", "=", which.subject)]);
    }),
  );

/** What was edited, the latest first. */
export async function listEditions(
  db: Db,
  which: Among,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ total: number; lines: EditionLine[] }> {
  const { total } = await among(db, which)
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  const rows = await among(db, which)
    .leftJoin("person as editor", "editor.id", "edition.edited_by")
    .leftJoin("person as returner", "returner.id", "edition.taken_back_by")
    .orderBy("edition.number", "desc")
    .limit(limit)
    .offset(offset)
    .select(["edition.number", "edition.kind", "edition.subject", "edition.edited_at as at", "editor.name as by"])
    .select(["edition.taken_back_at", "returner.name as returned_by"])
    .select((on) =>
      jsonArrayFrom(
        on
          .selectFrom("edition_field")
          .whereRef("edition_field.edition", "=", "edition.number")
          .orderBy("field")
          .select(["field", "before", "after"]),
      )
        // SQLite answers JSON as text, whatever the type says.
        .$castTo<string>()
        .as("changes"),
    )
    .execute();
  return {
    total,
    lines: rows.map(({ taken_back_at, returned_by, changes, ...row }) => ({
      ...row,
      changes: JSON.parse(changes) as Change[],
      path: pathOf(row.kind, row.subject),
      takenBack: taken_back_at === null ? null : { at: taken_back_at, by: returned_by },
    })),
  };
}

function pathOf(kind: EditionKind, subject: string): string {
  if (kind === "term" || kind === "place") return `/vocabularies/${subject.toLowerCase()}/edit`;
  if (kind === "tag") return `/tags/${subject}/edit`;
  return `/curate/${subject.split(">")[0]}`;
}

/** The history at the foot of an editing page. */
export const listEditionsOf = async (db: Db, which: Among): Promise<EditionLine[]> =>
  (await listEditions(db, which, { limit: 50, offset: 0 })).lines;
