import { placeLists } from "~/domain/vocabularies/vocabulary";
import { canEditVocabularies } from "../edition-policy";
import { asColumns, filledIn, type OpenSubject, type Shown } from "./subject";

/** What a region or a country is called, by `region/africa` or `country/KE`. */
export const openPlace: OpenSubject = async (trx, id) => {
  const [name = "", code = ""] = id.split("/");
  const list = placeLists.find((known) => known === name);
  if (!list) return undefined;
  const row = await trx
    .selectFrom(list)
    .where("code", "=", code)
    .select(["label_en", "label_fr", "label_es"])
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    place: list,
    fields: filledIn(row),
    may: canEditVocabularies,
    async write(changes) {
      await trx.updateTable(list).set(asColumns(changes)).where("code", "=", code).execute();
    },
    shownBy: async () => listIn(list === "country" ? [code] : await listCountriesOf(code)),
  };

  /** The countries of a region and of those within it. */
  async function listCountriesOf(region: string): Promise<string[]> {
    const regions = await trx.selectFrom("region").select(["code", "parent_code"]).execute();
    const within = new Set([region]);
    for (let before = 0; before !== within.size; ) {
      before = within.size;
      for (const { code, parent_code } of regions)
        if (parent_code !== null && within.has(parent_code)) within.add(code);
    }
    const countries = await trx
      .selectFrom("country")
      .where("region_code", "in", [...within])
      .select("code")
      .execute();
    return countries.map(({ code }) => code);
  }

  /** Cities and organisations there, and what is told of the cities. */
  async function listIn(countries: string[]): Promise<Shown[]> {
    const city = trx.selectFrom("city").where("country_code", "in", countries).select("id");
    return trx
      .selectFrom("entry")
      .where((on) =>
        on.or([
          on("id", "in", city),
          on("id", "in", trx.selectFrom("organisation").where("country_code", "in", countries).select("id")),
          on("id", "in", trx.selectFrom("practice").where("city_id", "in", city).select("id")),
          on("id", "in", trx.selectFrom("case_study").where("city_id", "in", city).select("id")),
        ]),
      )
      .select(["id", "kind"])
      .execute();
  }
};
