import type { Db } from "~db/client.server";
import { searchEntries } from "../documents.server";
import type { SearchEntry } from "../port";

/** What links lead to: a recommendation or a tool. */
export interface LinkTarget {
  id: string;
  kind: "provision" | "tool";
  language: string;
  /** The names of a tool; a recommendation is found by what it says. */
  names: string[];
  text: string;
  /** `theme:housing`, `sdg:11.1`. */
  codes: string[];
}

/** A published practice or case study, and what it links to. */
export interface LinkedEntry {
  id: string;
  language: string;
  city: string | null;
  title: string;
  text: string;
  codes: string[];
  links: { to: string; note: string | null }[];
  /** The provisions that tell what it says. */
  sources: string[];
}

/** Everything that suggestions of links learn from. */
export interface LinkCorpus {
  targets: LinkTarget[];
  entries: LinkedEntry[];
  /** Between targets: a tool answers a recommendation, a recommendation restates, extends or narrows another. */
  relations: { from: string; to: string; type: string; note: string | null }[];
  /** Names of themes, rights and groups in each language. */
  labels: { code: string; terms: { language: string; term: string }[] }[];
  /** Names of cities and countries: where something happened does not tell what it answers. */
  places: string[];
}

/** Of a larger library, the latest: they tell enough. */
const mostEntries = 4000;

/** Reads what is published. Gives others their turn between batches. */
export async function readLinkCorpus(db: Db): Promise<LinkCorpus> {
  const recommendations = await db
    .selectFrom("provision")
    .where("kind", "=", "recommendation")
    .where("current", "=", 1)
    .select("id")
    .execute();
  const rows = await db
    .selectFrom("entry")
    .where("kind", "in", ["tool", "practice", "case-study"])
    .where("published_at", "is not", null)
    .orderBy("published_at", "desc")
    .orderBy("id")
    .limit(mostEntries)
    .select("id")
    .execute();
  const links = await db.selectFrom("link").select(["from_id", "to_id", "type", "note"]).execute();
  const sources = await db.selectFrom("source").select(["entry_id", "provision_id"]).execute();
  const linksFrom = grouped(links, (link) => link.from_id);
  const sourcesOf = grouped(sources, (source) => source.entry_id);
  const corpus: LinkCorpus = { targets: [], entries: [], relations: [], ...(await readNames(db)) };
  for await (const entry of searchEntries(
    db,
    [...recommendations, ...rows].map(({ id }) => id),
  )) {
    const { id, kind, language } = entry;
    const text = [entry.summary, entry.text].filter(Boolean).join("\n\n");
    const common = { id, language, text, codes: codesOf(entry) };
    if (kind === "provision") corpus.targets.push({ ...common, kind, names: [] });
    else if (kind === "tool") corpus.targets.push({ ...common, kind, names: [entry.title, ...entry.names] });
    else
      corpus.entries.push({
        ...common,
        title: entry.title,
        city: entry.facets.city[0] ?? null,
        links: (linksFrom.get(id) ?? []).map(({ to_id, note }) => ({ to: to_id, note })),
        sources: (sourcesOf.get(id) ?? []).map(({ provision_id }) => provision_id),
      });
  }
  const isTarget = new Set(corpus.targets.map(({ id }) => id));
  corpus.relations = links
    .filter(({ from_id, to_id }) => isTarget.has(from_id) && isTarget.has(to_id))
    .map(({ from_id, to_id, type, note }) => ({ from: from_id, to: to_id, type, note }));
  return corpus;
}

const codesOf = ({ facets }: SearchEntry): string[] =>
  (["theme", "right", "group", "sdg"] as const).flatMap((facet) => facets[facet].map((code) => `${facet}:${code}`));

async function readNames(db: Db): Promise<Pick<LinkCorpus, "labels" | "places">> {
  const terms = await db
    .selectFrom("term")
    .where("vocabulary", "in", ["theme", "right", "group"])
    .selectAll()
    .execute();
  const countries = await db.selectFrom("country").select(["label_en", "label_fr", "label_es"]).execute();
  const cities = await db
    .selectFrom("city")
    .innerJoin("entry", "entry.id", "city.id")
    .select(["entry.title", "city.name_fr", "city.name_es"])
    .execute();
  const inThree = (row: { label_en: string; label_fr: string; label_es: string }) => [
    { language: "en", term: row.label_en },
    { language: "fr", term: row.label_fr },
    { language: "es", term: row.label_es },
  ];
  return {
    labels: terms.map((row) => ({ code: `${row.vocabulary}:${row.code}`, terms: inThree(row) })),
    places: [
      ...countries.flatMap((row) => inThree(row).map(({ term }) => term)),
      ...cities.flatMap((row) => [row.title, row.name_fr ?? row.title, row.name_es ?? row.title]),
    ],
  };
}

function grouped<Row>(rows: Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}
