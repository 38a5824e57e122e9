import { hitJson, queryJson } from "~/domain/api/answers/search-json";
import { ApiProblem } from "~/domain/api/api-problem";
import { readSearch } from "~/domain/api/read-search.server";
import type { Citer } from "~/domain/citations/citer.server";
import type { Language } from "~/i18n/language";
import type { Db } from "~db/client.server";
import type { AnsweringEngine } from "~search/port";
import { collectHits } from "./collect-hits.server";
import { citedKinds, type ExportFormat, exportFormats } from "./export-formats";
import { citeResults } from "./result-citations.server";
import { resultCsv } from "./result-csv";

interface Export {
  services: { readDb: Db; search: AnsweringEngine; citer: Citer };
  origin: string;
  language: Language;
}

/**
 * `/search/export.csv?q=…`: the whole result of a search as a file, up to `mostExported` entries. Parameters are read strictly: a
 * mistake must not become a larger file. What is wrong is said in words, 400.
 */
export async function exportSearch(
  request: Request,
  extension: ExportFormat["extension"],
  { services, origin, language }: Export,
): Promise<Response> {
  const format = exportFormats.find((known) => known.extension === extension) ?? exportFormats[0];
  try {
    const body = await write(format, new URL(request.url).searchParams, { services, origin, language });
    return new Response(body, {
      headers: {
        "Content-Type": `${format.type}; charset=utf-8`,
        "Content-Disposition": `attachment; filename="polylogue-search.${extension}"`,
        "Cache-Control": "private, max-age=60",
        "X-Robots-Tag": "noindex",
      },
    });
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    return new Response(`${error.message}\n`, {
      status: error.status,
      headers: { "Content-Type": "text/plain; charset=utf-8", "X-Robots-Tag": "noindex" },
    });
  }
}

async function write(format: ExportFormat, given: URLSearchParams, { services, origin, language }: Export) {
  const { readDb, search, citer } = services;
  const params = new URLSearchParams([...given].filter(([name]) => name !== "page" && name !== "per_page"));
  const { asked, query } = await readSearch(readDb, { language }, params);
  if (format.extension === "bib" || format.extension === "ris") {
    const { hits } = await collectHits(search, {
      ...query,
      filters: { ...query.filters, ...onlyCited(query.filters) },
    });
    return citeResults(readDb, citer, hits, { origin, format: format.extension === "bib" ? "bibtex" : "ris" });
  }
  const { total, hits } = await collectHits(search, query);
  if (format.extension === "csv") return resultCsv(hits, origin);
  const site = { origin, language };
  const entries = hits.map((hit) => hitJson(site, hit));
  return JSON.stringify({ query: queryJson(site, asked), total, exported: entries.length, hits: entries }, null, 1);
}

/** The chosen types that are cited; where there is none, a type that nothing has. */
function onlyCited({ type }: { type?: string[] }): { type: string[] } {
  const cited: string[] = [...citedKinds];
  if (!type?.length) return { type: cited };
  const chosen = type.filter((kind) => cited.includes(kind));
  return { type: chosen.length > 0 ? chosen : ["none"] };
}
