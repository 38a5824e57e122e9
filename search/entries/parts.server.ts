import type { Db } from "~db/client.server";

/** Everything that a batch of entries is made of, each kind read with one query. */
export async function readParts(db: Db, ids: string[]) {
  return {
    terms: grouped(
      await db.selectFrom("entry_term").selectAll().where("entry_id", "in", ids).orderBy("code").execute(),
      (row) => row.entry_id,
    ),
    tags: grouped(await readTags(db, ids), (row) => row.entry_id),
    outgoing: grouped(await readOutgoingLinks(db, ids), (row) => row.from_id),
    tools: grouped(await readAnsweringTools(db, ids), (row) => row.to_id),
    documents: byId(await db.selectFrom("document").selectAll().where("id", "in", ids).execute()),
    provisions: byId(await readProvisions(db, ids)),
    practices: byId(await readPractices(db, ids)),
    caseStudies: byId(await readCaseStudies(db, ids)),
    toolTexts: byId(await db.selectFrom("tool").selectAll().where("id", "in", ids).execute()),
    cities: byId(await db.selectFrom("city").selectAll().where("id", "in", ids).execute()),
    organisations: byId(await db.selectFrom("organisation").selectAll().where("id", "in", ids).execute()),
    networks: byId(await db.selectFrom("network").selectAll().where("id", "in", ids).execute()),
  };
}

export type Parts = Awaited<ReturnType<typeof readParts>>;

/** What readers see of an entry's tags, by name. */
const readTags = (db: Db, ids: string[]) =>
  db
    .selectFrom("entry_tag")
    .innerJoin("tag as written", "written.slug", "entry_tag.tag")
    .innerJoin("tag", "tag.slug", "written.stands_for")
    .where("entry_tag.entry_id", "in", ids)
    .select(["entry_tag.entry_id", "tag.label"])
    .distinct()
    .orderBy("tag.label")
    .execute();

/** Links to what is published, with what the far end is. */
const readOutgoingLinks = (db: Db, ids: string[]) =>
  db
    .selectFrom("link")
    .innerJoin("entry as far", "far.id", "link.to_id")
    .leftJoin("provision", "provision.id", "link.to_id")
    .select([
      "link.from_id",
      "link.to_id",
      "link.type",
      "link.evidence",
      "far.title",
      "provision.kind as provision_kind",
    ])
    .where("link.from_id", "in", ids)
    .where("far.published_at", "is not", null)
    .orderBy("link.to_id")
    .execute();

const readAnsweringTools = (db: Db, ids: string[]) =>
  db
    .selectFrom("link")
    .innerJoin("entry as tool", "tool.id", "link.from_id")
    .select(["link.to_id", "tool.id", "tool.title"])
    .where("link.to_id", "in", ids)
    .where("link.type", "=", "answers")
    .where("tool.published_at", "is not", null)
    .orderBy("tool.id")
    .execute();

/** With the text of the document's current version, where one was imported. */
const readProvisions = (db: Db, ids: string[]) =>
  db
    .selectFrom("provision")
    .innerJoin("document", "document.id", "provision.document_id")
    .leftJoin("document_version", (join) =>
      join
        .onRef("document_version.document_id", "=", "document.id")
        .onRef("document_version.number", "=", "document.current_version"),
    )
    .leftJoin("provision_version", (join) =>
      join
        .onRef("provision_version.document_version_id", "=", "document_version.id")
        .onRef("provision_version.provision_id", "=", "provision.id"),
    )
    .select(["provision.id", "provision.document_id", "provision.kind", "provision.current"])
    .select(["document.short_title", "document.date"])
    .select(["provision_version.heading", "provision_version.text"])
    .select(["provision_version.speaker", "provision_version.affiliation"])
    .where("provision.id", "in", ids)
    .execute();

const cityColumns = [
  "entry.title as city_name",
  "city.name_fr",
  "city.name_es",
  "city.country_code",
  "city.latitude",
  "city.longitude",
] as const;

const readPractices = (db: Db, ids: string[]) =>
  db
    .selectFrom("practice")
    .innerJoin("city", "city.id", "practice.city_id")
    .innerJoin("entry", "entry.id", "city.id")
    .selectAll("practice")
    .select(cityColumns)
    .where("practice.id", "in", ids)
    .execute();

const readCaseStudies = (db: Db, ids: string[]) =>
  db
    .selectFrom("case_study")
    .innerJoin("city", "city.id", "case_study.city_id")
    .innerJoin("entry", "entry.id", "city.id")
    .selectAll("case_study")
    .select(cityColumns)
    .where("case_study.id", "in", ids)
    .execute();

function byId<Row extends { id: string }>(rows: Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

function grouped<Row>(rows: Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
