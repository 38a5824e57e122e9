import { listCitationSources } from "~/domain/citations/citation-sources-queries.server";
import type { CitationFile, Citer } from "~/domain/citations/citer.server";
import { entryPath } from "~/domain/links/link";
import type { Db } from "~db/client.server";
import type { SearchHit } from "~search/port";

/** So many at once, that a reader who wants one citation meanwhile need not wait for all. */
const atOnce = 25;

/** Results as BibTeX or RIS, in their order. */
export async function citeResults(
  db: Db,
  citer: Citer,
  hits: SearchHit[],
  { origin, format }: { origin: string; format: CitationFile },
): Promise<string> {
  const sources = await listCitationSources(
    db,
    hits.map(({ id }) => id),
  );
  const written: string[] = [];
  for (let first = 0; first < sources.length; first += atOnce) {
    const some = sources.slice(first, first + atOnce);
    written.push(...(await Promise.all(some.map((source) => citer.write(source, origin + entryPath(source), format)))));
  }
  return written.map((entry) => `${entry}\n`).join("\n");
}
