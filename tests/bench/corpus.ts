import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { openDatabase } from "~db/client.server";
import { migrateToLatest } from "~db/migrate.server";
import { searchEntries } from "~search/documents.server";
import type { SearchEntry } from "~search/port";
import { parseThesaurus, type Thesaurus } from "~search/query/thesaurus";
import { loadSeeds } from "~seeds/load-seeds.server";
import { readThesaurus } from "~seeds/read-seeds.server";
import type { Samples } from "./generate";
import type { SeedQuery } from "./relevance";

/** The seeded corpus as the index sees it. */
export async function readSeededCorpus(root: string): Promise<{ entries: SearchEntry[]; thesaurus: Thesaurus }> {
  const folder = mkdtempSync(join(tmpdir(), "polylogue-corpus-"));
  const database = openDatabase(join(folder, "corpus.sqlite"));
  try {
    await migrateToLatest(database.db);
    await loadSeeds(database.db, join(root, "seeds"), new Date("2025-01-01T00:00:00Z"));
    const entries: SearchEntry[] = [];
    for await (const entry of searchEntries(database.db)) entries.push(entry);
    return { entries, thesaurus: parseThesaurus(readThesaurus(join(root, "seeds"))) };
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Words to generate from: the seeds' own texts, and the labels of their vocabularies in the other languages. */
export function samplesOf(entries: SearchEntry[], root: string): Samples {
  const labels = ["themes", "rights", "groups", "targets", "countries"].flatMap((name) => {
    const file = join(root, "seeds", "vocabularies", `${name}.yaml`);
    return parse(readFileSync(file, "utf8")) as { label: Record<string, string> }[];
  });
  const inLanguage = (language: string) => labels.map(({ label }) => label[language] ?? "");
  return [
    { language: "en", texts: entries.map((entry) => `${entry.summary} ${entry.text}`) },
    { language: "fr", texts: [inLanguage("fr").join(" "), ...inLanguage("fr")] },
    { language: "es", texts: [inLanguage("es").join(" "), ...inLanguage("es")] },
  ];
}

const judgedSchema = z.array(
  z.object({
    q: z.string(),
    lang: z.string(),
    set: z.enum(["tuning", "held-out"]),
    kind: z.string(),
    relevant: z.record(z.string(), z.number()),
  }),
);

/** The seeded corpus with the queries that were judged for it: one collection to tune on, one to hold the result against. */
export function judgedCorpora(
  entries: SearchEntry[],
  root: string,
): { name: string; entries: SearchEntry[]; queries: SeedQuery[] }[] {
  const file = join(root, "tests", "bench", "judged", "queries.yaml");
  const queries = judgedSchema.parse(parse(readFileSync(file, "utf8")));
  return (["tuning", "held-out"] as const).map((set) => ({
    name: `seeds, ${set}`,
    entries,
    queries: queries
      .filter((query) => query.set === set)
      .map(({ q, lang, kind, relevant }) => ({
        text: q,
        language: lang,
        kind,
        grades: new Map(Object.entries(relevant)),
      })),
  }));
}
