import { textOf } from "~/domain/search/marked-part";
import type { SearchHit } from "~search/port";
import { toCsv } from "./csv";

const hitFacets = ["city", "country", "evidence", "review"] as const;
/** The names of the columns are those of the API, in every language: programs read them too. */
const columns = ["id", "type", "title", "url", "city", "country", "date", "language", "evidence", "review", "extract"];

/** Results as CSV; `origin` makes their addresses whole. */
export const resultCsv = (hits: SearchHit[], origin: string): string =>
  toCsv([
    columns,
    ...hits.map(({ id, kind, title, url, date, language, extract, facets }) => {
      const [city, country, evidence, review] = hitFacets.map((facet) => facets[facet]?.join("; "));
      const about = [city, country, date, language, evidence, review];
      return [id, kind, textOf(title), origin + url, ...about.map((value) => value ?? ""), textOf(extract)];
    }),
  ]);
