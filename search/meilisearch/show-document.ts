import { facetNames, type SearchHit } from "../port";
import { extractFrom, markText } from "../sqlite/extract";
import type { EntryDocument } from "./document";
import { decodeValue } from "./encode";

export const shownFields = ["id", "kind", "language", "title", "body", "url", "date", "facets"] as const;
export type Shown = Pick<EntryDocument, (typeof shownFields)[number]>;

/** A document as a hit, as far as the server can tell: nothing is marked. */
export function showDocument({ id, kind, language, title, body, url, date, facets }: Shown): SearchHit {
  return {
    ...{ id, kind, language, url, date, score: 0 },
    title: markText(title, []),
    extract: extractFrom(body, [], []),
    facets: Object.fromEntries(
      facetNames.map((facet) => [facet, facets[facet].map(decodeValue)]),
    ) as SearchHit["facets"],
  };
}
