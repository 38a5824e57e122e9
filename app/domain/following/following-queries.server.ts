import { toCityName } from "~/domain/cities/city";
import { toLabel } from "~/domain/vocabularies/vocabulary";
import type { Language } from "~/i18n/language";
import type { Db } from "~db/client.server";
import type { FollowedKind } from "~db/schema/telling";
import { type Followed, type FollowedLine, followedPath } from "./followed";

/** The names of things that can be followed, by kind and id; what is not published has none. */
export async function nameFollowed(db: Db, all: Followed[], language: Language): Promise<FollowedLine[]> {
  const idsOf = (wanted: (kind: FollowedKind) => boolean) => all.flatMap(({ kind, id }) => (wanted(kind) ? [id] : []));
  const entries = await db
    .selectFrom("entry")
    .leftJoin("city", "city.id", "entry.id")
    .leftJoin("provision", "provision.id", "entry.id")
    .leftJoin("document", "document.id", "provision.document_id")
    .where(
      "entry.id",
      "in",
      idsOf((kind) => kind !== "theme"),
    )
    .where("entry.published_at", "is not", null)
    .select(["entry.id", "entry.kind", "entry.title as city_name", "city.name_fr", "city.name_es"])
    .select(["provision.label", "provision.eid", "document.short_title"])
    .execute();
  const themes = await db
    .selectFrom("term")
    .where("vocabulary", "=", "theme")
    .where(
      "code",
      "in",
      idsOf((kind) => kind === "theme"),
    )
    .selectAll()
    .execute();
  return all.flatMap(({ kind, id }) => {
    const entry = entries.find((one) => one.id === id && one.kind === kind);
    const theme = kind === "theme" && themes.find(({ code }) => code === id);
    const name = theme ? toLabel(theme)[language] : entry && nameOf(entry, language);
    return name ? [{ kind, id, name, path: followedPath({ kind, id }) }] : [];
  });
}

interface NamedEntry {
  kind: string;
  city_name: string;
  name_fr: string | null;
  name_es: string | null;
  label: string | null;
  eid: string | null;
  short_title: string | null;
}

function nameOf(entry: NamedEntry, language: Language): string {
  if (entry.kind === "city") return toCityName(entry)[language];
  if (entry.kind === "provision") return `${entry.short_title}, ${entry.city_name || entry.label || entry.eid}`;
  return entry.city_name;
}

/** Everything that a person follows, in the order in which they began. */
export async function listFollowed(db: Db, personId: string, language: Language): Promise<FollowedLine[]> {
  const rows = await db
    .selectFrom("follow")
    .where("person_id", "=", personId)
    .orderBy("created_at")
    .select(["kind", "subject_id as id"])
    .execute();
  return nameFollowed(db, rows, language);
}

/** What a page may offer to follow, and whether the reader does; null where it is about nothing that is published. */
export async function getFollowState(
  db: Db,
  { kind, id }: Followed,
  personId: string | null,
): Promise<(Followed & { follows: boolean }) | null> {
  if (kind === "theme") return null;
  const row = await db
    .selectFrom("entry")
    .leftJoin("follow", (join) =>
      join
        .onRef("follow.subject_id", "=", "entry.id")
        .on("follow.kind", "=", kind)
        .on("follow.person_id", "=", personId ?? ""),
    )
    .where("entry.id", "=", id)
    .where("entry.kind", "=", kind)
    .where("entry.published_at", "is not", null)
    .select("follow.created_at")
    .executeTakeFirst();
  return row ? { kind, id, follows: row.created_at !== null } : null;
}
