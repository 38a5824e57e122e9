import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "~db/client.server";
import { migrateToLatest } from "~db/migrate.server";
import { weightsOf } from "~search/links/chance";
import { readLinkCorpus } from "~search/links/link-corpus.server";
import { parseThesaurus } from "~search/query/thesaurus";
import { loadSeeds } from "~seeds/load-seeds.server";
import { readThesaurus } from "~seeds/read-seeds.server";
import { repositoryRoot } from "./collection";
import type { Measured } from "./limits";
import { fitWeights, linkSets, measureLinks, measureSpeed } from "./links";

/** How well links are suggested to the seeded practices and case studies, beside plain bm25; one JSON on standard output. */
const root = repositoryRoot();
const folder = mkdtempSync(join(tmpdir(), "polylogue-links-"));
const { db, close } = openDatabase(join(folder, "links.sqlite"));
try {
  await migrateToLatest(db);
  await loadSeeds(db, join(root, "seeds"), new Date("2025-01-01T00:00:00Z"));
  const corpus = await readLinkCorpus(db);
  const thesaurus = parseThesaurus(readThesaurus(join(root, "seeds")));
  const sets: NonNullable<Measured["links"]>["sets"] = [];
  for (const set of linkSets) sets.push(await measureLinks(corpus, thesaurus, set));
  const speed = [];
  for (const copies of [1, 20]) speed.push(await measureSpeed(corpus, thesaurus, copies));
  const weights = { used: weightsOf, fitted: await fitWeights(corpus, thesaurus) };
  const measured: Measured["links"] = { sets, speed, weights };
  console.log(JSON.stringify(measured, null, 2));
} finally {
  await close();
  rmSync(folder, { recursive: true, force: true });
}
