import { repositoryRoot } from "./collection";
import { readSeededCorpus, samplesOf } from "./corpus";
import type { Measured } from "./limits";
import { measureSpeed } from "./search-speed";

/** The speed of the embedded engine, Meilisearch and plain FTS5; one JSON on standard output. `--quick` leaves out the largest size. */
const sizes = process.argv.includes("--quick") ? [1_000, 10_000] : [1_000, 10_000, 100_000];
const root = repositoryRoot();
const { entries, thesaurus } = await readSeededCorpus(root);
const samples = samplesOf(entries, root);
const measured: NonNullable<Measured["speed"]> = [];
for (const size of sizes) {
  console.error(`  ${size} entries …`);
  measured.push(await measureSpeed(size, samples, thesaurus));
}
console.log(JSON.stringify(measured, null, 2));
