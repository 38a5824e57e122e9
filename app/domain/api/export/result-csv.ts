import { textOf } from "~/domain/search/marked-part";
import type { SearchHit } from "~search/port";
import { toCsv } from "./csv";

/** The names of the columns are those of the API, in every language: programs read them too. */
const columns = ["id", "type", "title", "url", "city", "country", "date", "language", "evidence", "review", "extract"];

/** Results as CSV; `origin` makes their addresses whole. */
export const resultCsv = (hits: SearchHit[], origin: string): string =>
  toCsv([
    columns,
    ...hits.map(({ id, kind, title, url, date, language, extract, facets }) => {
      const { city, country, evidence, review } = facets;
      const places = [city.join("; "), country.join("; ")];
      const standing = [evidence.join("; "), review.join("; ")];
      return [id, kind, textOf(title), origin + url, ...places, date ?? "", language, ...standing, textOf(extract)];
    }),
  ]);
