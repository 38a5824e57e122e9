import type { Citation, CitationSource } from "./citation";

/** CSL's types for what we hold. */
const cslTypes = {
  document: "report",
  provision: "chapter",
  practice: "webpage",
  "case-study": "report",
  tool: "webpage",
} as const satisfies Record<CitationSource["kind"], string>;

const cited = new Map<string, Citation>();
const remembered = 2_000;

/** The citation of an entry in all formats. `address` is its permanent address, with the origin. */
export async function cite(source: CitationSource, address: string): Promise<Citation> {
  const item = toCsl(source, address);
  const key = JSON.stringify(item);
  const known = cited.get(key);
  if (known) return known;
  const { Cite } = await loadCitationJs();
  const citation = new Cite([item]);
  const made: Citation = {
    id: source.id,
    address,
    apa: citation.format("bibliography", { format: "text", template: "apa", lang: "en-US" }).trim(),
    bibtex: citation.format("bibtex").trim(),
    ris: citation.format("ris").trim(),
    csl: citation.format("data", { format: "text" }).trim(),
  };
  if (cited.size >= remembered) cited.delete(cited.keys().next().value ?? "");
  cited.set(key, made);
  return made;
}

/** Loads the style engine, which takes a second: after the start, before the first reader needs it. */
export async function warmCitations(): Promise<void> {
  const nothing = { id: "", title: "", authors: [], date: null, language: "en", publisher: null, partOf: null };
  await cite({ ...nothing, kind: "document", version: null }, "");
}

async function loadCitationJs() {
  const [core] = await Promise.all([
    import("@citation-js/core"),
    import("@citation-js/plugin-bibtex"),
    import("@citation-js/plugin-csl"),
    import("@citation-js/plugin-ris"),
  ]);
  return core;
}

function toCsl(source: CitationSource, address: string) {
  return {
    id: source.id.replace("/", "_"),
    type: cslTypes[source.kind],
    title: source.title,
    language: source.language,
    URL: address,
    ...(source.authors.length > 0 ? { author: source.authors.map((literal) => ({ literal })) } : {}),
    ...(source.date ? { issued: { "date-parts": [source.date.slice(0, 10).split("-").map(Number)] } } : {}),
    // Who signs as author is not named again as publisher.
    ...(source.publisher && !source.authors.includes(source.publisher) ? { publisher: source.publisher } : {}),
    ...(source.partOf ? { "container-title": source.partOf } : {}),
    ...(source.version ? { version: source.version } : {}),
  };
}
