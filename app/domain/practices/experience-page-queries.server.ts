import { toCityName } from "~/domain/cities/city";
import { readRows } from "~/domain/contributions/field-value";
import { selectCurrentTexts } from "~/domain/documents/current-text-queries.server";
import { viewLinks } from "~/domain/links/link-queries.server";
import { readContents } from "~/domain/publication/content-queries.server";
import type { StoredVersion, VersionContent } from "~/domain/publication/version";
import { getVersion, listVersions } from "~/domain/publication/version-queries.server";
import { type TermsByVocabulary, toLabel } from "~/domain/vocabularies/vocabulary";
import { noTerms } from "~/domain/vocabularies/vocabulary-queries.server";
import type { Db } from "~db/client.server";
import type { ContributionKind } from "~db/schema/contribution";
import type { ReviewStatus, Stage } from "~db/schema/practice";
import type { CityLine, ExperiencePage } from "./practice";

/** A page, and the fields of its kind by their columns. */
export interface Experience {
  page: ExperiencePage;
  fields: VersionContent["fields"];
}

/** A published practice or case study as it is now, with what curators have mended since. */
export async function getExperience(db: Db, kind: ContributionKind, id: string): Promise<Experience | undefined> {
  const entry = await db
    .selectFrom("entry")
    .where("id", "=", id)
    .where("kind", "=", kind)
    .where("published_at", "is not", null)
    .select("updated_at")
    .executeTakeFirst();
  const content = entry && (await readContents(db, [id])).get(id);
  const [latest] = entry ? await listVersions(db, id) : [];
  const version = latest && (await getVersion(db, id, latest.number));
  return entry && content && version && describe(db, id, { ...version, content }, entry.updated_at);
}

/** A version of it as it was published, whatever became of the entry. */
export async function getExperienceVersion(
  db: Db,
  kind: ContributionKind,
  id: string,
  number: number,
): Promise<Experience | undefined> {
  const version = await getVersion(db, id, number);
  return version?.content.kind === kind ? describe(db, id, version, version.publishedAt) : undefined;
}

async function describe(db: Db, id: string, version: StoredVersion, updatedAt: string): Promise<Experience> {
  const { content, credits, number, changeNote, publishedAt } = version;
  const { kind, title, summary, language, fields, files, factCheck } = content;
  const page: ExperiencePage = {
    ...{ id, kind, title, summary, language, files, updatedAt, cityCheck: factCheck },
    city: await getCityLine(db, content.city),
    year: Number(fields.year),
    reviewStatus: fields.review_status as ReviewStatus,
    stage: fields.stage as Stage,
    started: fields.started ?? null,
    ended: fields.ended ?? null,
    licence: fields.licence ?? "",
    budget: fields.budget ?? null,
    staff: fields.staff ?? null,
    evidence: readRows(fields.evidence ?? ""),
    partnerRows: readRows(fields.partner_rows ?? ""),
    terms: await nameTerms(db, content.terms),
    links: await viewLinks(db, content.links),
    sources: await listSources(db, content.sources),
    version: { number, changeNote, publishedAt, credits, versions: await listVersions(db, id) },
  };
  return { page, fields };
}

/** The texts of these names; null: not documented. */
export const pickFields = <Name extends string>(fields: Record<string, string>, names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, fields[name] ?? null])) as Record<Name, string | null>;

async function getCityLine(db: Db, id: string): Promise<CityLine> {
  const row = await db
    .selectFrom("city")
    .innerJoin("entry", "entry.id", "city.id")
    .innerJoin("country", "country.code", "city.country_code")
    .where("city.id", "=", id)
    .select(["entry.title as city_name", "city.name_fr", "city.name_es"])
    .select(["country.code", "country.label_en", "country.label_fr", "country.label_es"])
    .executeTakeFirstOrThrow();
  return { id, name: toCityName(row), country: { code: row.code, label: toLabel(row) } };
}

/** Terms with their names of today; those that a vocabulary has dropped are left out. */
async function nameTerms(db: Db, codes: VersionContent["terms"]): Promise<TermsByVocabulary> {
  const terms = noTerms();
  if (codes.length === 0) return terms;
  const rows = await db
    .selectFrom("term")
    .where((eb) => eb.or(codes.map(({ vocabulary, code }) => eb.and({ vocabulary, code }))))
    .orderBy("position")
    .selectAll()
    .execute();
  for (const row of rows) {
    terms[row.vocabulary].push({ vocabulary: row.vocabulary, code: row.code, label: toLabel(row) });
  }
  return terms;
}

/** The paragraphs that tell what an entry says, with their current text when it was imported. */
async function listSources(db: Db, ids: string[]): Promise<ExperiencePage["sources"]> {
  if (ids.length === 0) return [];
  return selectCurrentTexts(db)
    .where("provision.id", "in", ids)
    .orderBy("provision.position")
    .select(["provision.id", "provision.eid", "provision.label", "document.short_title as shortTitle"])
    .select(["text.text", "entry.summary"])
    .execute();
}
