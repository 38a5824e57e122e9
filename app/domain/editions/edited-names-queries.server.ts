import { placeLists } from "~/domain/vocabularies/vocabulary";
import type { Language } from "~/i18n/language";
import type { Db } from "~db/client.server";
import { vocabularies } from "~db/schema/vocabulary";
import type { EditionLine } from "./edition";

/** What the edited parts are called by now, by their subject; what is gone keeps its code and has no name here. */
export async function nameEdited(
  db: Db,
  lines: readonly Pick<EditionLine, "kind" | "subject">[],
  language: Language,
): Promise<Record<string, string>> {
  const label = `label_${language}` as const;
  const of = (...kinds: EditionLine["kind"][]) =>
    lines.filter(({ kind }) => kinds.includes(kind)).map(({ subject }) => subject);
  const inList = (list: string, kind: "term" | "place") =>
    of(kind).flatMap((subject) => (subject.startsWith(`${list}/`) ? [subject.slice(list.length + 1)] : []));
  const names = new Map<string, string>();
  for (const vocabulary of vocabularies) {
    const codes = inList(vocabulary, "term");
    if (codes.length === 0) continue;
    const terms = db.selectFrom("term").where("vocabulary", "=", vocabulary).where("code", "in", codes);
    for (const term of await terms.select(["code", `${label} as name`]).execute())
      names.set(`${vocabulary}/${term.code}`, term.name);
  }
  for (const list of placeLists) {
    const codes = inList(list, "place");
    if (codes.length === 0) continue;
    const places = db
      .selectFrom(list)
      .where("code", "in", codes)
      .select(["code", `${label} as name`]);
    for (const place of await places.execute()) names.set(`${list}/${place.code}`, place.name);
  }
  const tags = of("tag");
  const written = tags.length > 0 ? db.selectFrom("tag").where("slug", "in", tags).select(["slug", "label"]) : null;
  for (const tag of (await written?.execute()) ?? []) names.set(tag.slug, tag.label);
  const entries = of("text", "tags", "links").flatMap((subject) => subject.split(">"));
  const titles = await readTitles(db, entries);
  for (const subject of of("text", "tags", "links")) {
    const parts = subject.split(">");
    if (parts.some((part) => titles.has(part)))
      names.set(subject, parts.map((part) => titles.get(part) ?? part).join(" → "));
  }
  return Object.fromEntries(names);
}

/** A provision by its document, too: every document has a recommendation 8. */
async function readTitles(db: Db, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const entries = await db
    .selectFrom("entry")
    .leftJoin("provision", "provision.id", "entry.id")
    .leftJoin("document", "document.id", "provision.document_id")
    .where("entry.id", "in", ids)
    .select(["entry.id", "entry.title", "document.short_title as document"])
    .execute();
  return new Map(entries.map(({ id, title, document }) => [id, document ? `${document}, ${title}` : title]));
}
