import { sql } from "kysely";
import { selectCurrentTexts } from "~/domain/documents/provision-queries.server";
import { listExperiences } from "~/domain/practices/experience-queries.server";
import { toLabel } from "~/domain/vocabularies/vocabulary";
import type { Db } from "~db/client.server";
import { type CityListLine, type CityPage, toCityName } from "./city";
import { listCityMentions } from "./city-mentions-queries.server";

const selectCities = (db: Db) =>
  db
    .withRecursive("broadest(code, root)", (cte) =>
      cte
        .selectFrom("region")
        .where("parent_code", "is", null)
        .select(["code", "code as root"])
        .unionAll(
          cte
            .selectFrom("region")
            .innerJoin("broadest", "broadest.code", "region.parent_code")
            .select(["region.code", "broadest.root"]),
        ),
    )
    .selectFrom("city")
    .innerJoin("entry", "entry.id", "city.id")
    .innerJoin("country", "country.code", "city.country_code")
    .innerJoin("broadest", "broadest.code", "country.region_code")
    .innerJoin("region", "region.code", "broadest.root")
    // Every city's entry is one; said, it spares reading those of other kinds.
    .where("entry.kind", "=", "city")
    .where("entry.published_at", "is not", null)
    .select(["city.id", "city.kind", "city.latitude", "city.longitude", "city.geonames_id", "city.population_band"])
    .select(["entry.title as city_name", "city.name_fr", "city.name_es", "entry.summary", "entry.updated_at"])
    .select(["country.code as country_code", "country.label_en", "country.label_fr", "country.label_es"])
    .select(["region.code as region_code", "region.label_en as region_en"])
    .select(["region.label_fr as region_fr", "region.label_es as region_es"])
    .select((select) => {
      const count = (table: "practice" | "case_study") =>
        select
          // Either table: the columns used here are in both.
          .selectFrom(`${table as "practice"} as experience`)
          .innerJoin("entry as published", "published.id", "experience.id")
          .whereRef("experience.city_id", "=", "city.id")
          .where("published.published_at", "is not", null)
          .select(sql<number>`count(*)`.as("n"));
      return [count("practice").as("practices"), count("case_study").as("case_studies")];
    });

type CityRow = Awaited<ReturnType<ReturnType<typeof selectCities>["execute"]>>[number];

const toLine = (row: CityRow): CityListLine => ({
  id: row.id,
  name: toCityName(row),
  kind: row.kind,
  country: { code: row.country_code, label: toLabel(row) },
  region: { code: row.region_code, label: { en: row.region_en, fr: row.region_fr, es: row.region_es } },
  latitude: row.latitude,
  longitude: row.longitude,
  practices: row.practices ?? 0,
  caseStudies: row.case_studies ?? 0,
});

/** Cities by name; all of them unless told which part. */
export async function listCities(db: Db, part?: { limit: number; offset: number }): Promise<CityListLine[]> {
  const rows = await selectCities(db)
    .orderBy("entry.title")
    .orderBy("entry.id")
    .$if(part !== undefined, (query) => query.limit(part?.limit ?? 0).offset(part?.offset ?? 0))
    .execute();
  return rows.map(toLine);
}

/** A city with everything that is about it. */
export async function getCity(db: Db, id: string): Promise<CityPage | undefined> {
  const row = await selectCities(db).where("city.id", "=", id).executeTakeFirst();
  if (!row) return undefined;
  const all = { limit: 200, offset: 0 };
  const practices = await listExperiences(db, "practice", all, id);
  const caseStudies = await listExperiences(db, "case_study", all, id);
  const quotations = await listQuotations(db, row.city_name);
  const sources = await listSources(db, id);
  const shown = [...quotations, ...sources].map((provision) => provision.id);
  return {
    ...toLine(row),
    summary: row.summary,
    geonamesId: row.geonames_id,
    populationBand: row.population_band,
    experiences: [...practices.lines, ...caseStudies.lines],
    quotations,
    sources,
    mentions: await listCityMentions(db, row.city_name, shown),
    updatedAt: row.updated_at,
  };
}

async function listQuotations(db: Db, cityName: string): Promise<CityPage["quotations"]> {
  const rows = await selectCurrentTexts(db)
    .innerJoin("entry", "entry.id", "document.id")
    .where("text.kind", "=", "quotation")
    .where("text.speaker", "is not", null)
    // "Douala 3" is a district of Douala.
    .where((on) => on.or([on("text.affiliation", "=", cityName), on("text.affiliation", "like", `${cityName} _`)]))
    .orderBy("text.position")
    .select(["text.provision_id as id", "text.speaker", "text.text", "entry.language", "document.short_title"])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    speaker: row.speaker ?? "",
    text: row.text,
    language: row.language,
    shortTitle: row.short_title,
  }));
}

async function listSources(db: Db, cityId: string): Promise<CityPage["sources"]> {
  const ofCity = (table: "practice" | "case_study") => db.selectFrom(table).where("city_id", "=", cityId).select("id");
  return db
    .selectFrom("source")
    .innerJoin("provision", "provision.id", "source.provision_id")
    .innerJoin("entry", "entry.id", "provision.id")
    .innerJoin("document", "document.id", "provision.document_id")
    .where("source.entry_id", "in", ofCity("practice").unionAll(ofCity("case_study")))
    .where("provision.kind", "<>", "quotation")
    .distinct()
    .orderBy("provision.position")
    .select(["provision.id", "provision.eid", "document.short_title as shortTitle", "entry.summary"])
    .select("provision.position")
    .execute();
}
