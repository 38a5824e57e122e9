import type { Db } from "~db/client.server";
import type { EntryKind } from "~db/schema/entry";
import type { FacetName } from "~search/port";

/** What answers say of an entry beyond the lines of pages. */
export interface EntryStamp {
  title: string;
  summary: string | null;
  language: string;
  updatedAt: string;
}

export async function getStamps(db: Db, ids: string[]): Promise<Map<string, EntryStamp>> {
  const rows = await db
    .selectFrom("entry")
    .where("id", "in", ids)
    .select(["id", "title", "summary", "language", "updated_at as updatedAt"])
    .execute();
  return new Map(rows.map(({ id, ...stamp }) => [id, stamp]));
}

/** The licences of these practices and case studies. */
export async function getLicences(db: Db, ids: string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("practice")
    .where("id", "in", ids)
    .select(["id", "licence"])
    .unionAll(db.selectFrom("case_study").where("id", "in", ids).select(["id", "licence"]))
    .execute();
  return new Map(rows.map(({ id, licence }) => [id, licence]));
}

export async function countPublished(db: Db, kind: EntryKind): Promise<number> {
  const row = await db
    .selectFrom("entry")
    .where("kind", "=", kind)
    .where("published_at", "is not", null)
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  return Number(row.total);
}

/** Facets whose values the database knows, beside those that the search itself checks. */
export const lookedUpFacets = [
  "theme",
  "right",
  "group",
  "sdg",
  "tool",
  "recommendation",
  "region",
  "country",
  "city",
  "document",
] as const satisfies FacetName[];
export type LookedUpFacet = (typeof lookedUpFacets)[number];

/** Which of these values of a facet exist; all that exist unless told which. */
export async function listFacetValues(db: Db, facet: LookedUpFacet, values?: string[]): Promise<string[]> {
  const rows = await facetValueQuery(db, facet, values ?? null).execute();
  return rows.map(({ value }) => value);
}

function facetValueQuery(db: Db, facet: LookedUpFacet, values: string[] | null) {
  switch (facet) {
    case "theme":
    case "right":
    case "group":
    case "sdg":
      return db
        .selectFrom("term")
        .where("vocabulary", "in", facet === "sdg" ? ["goal", "target"] : [facet])
        .$if(values !== null, (query) => query.where("code", "in", values ?? []))
        .orderBy("vocabulary")
        .orderBy("position")
        .select("code as value");
    case "region":
    case "country":
      return db
        .selectFrom(facet as "region")
        .$if(values !== null, (query) => query.where("code", "in", values ?? []))
        .orderBy("code")
        .select("code as value");
    case "recommendation":
      return db
        .selectFrom("provision")
        .$if(values !== null, (query) => query.where("id", "in", values ?? []))
        .orderBy("id")
        .select("id as value");
    case "tool":
    case "city":
    case "document":
      return db
        .selectFrom("entry")
        .where("kind", "=", facet)
        .where("published_at", "is not", null)
        .$if(values !== null, (query) => query.where("id", "in", values ?? []))
        .orderBy("id")
        .select("id as value");
  }
}
