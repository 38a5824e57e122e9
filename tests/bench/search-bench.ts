import { judgedFolders, readCollection, repositoryRoot } from "./collection";
import { judgedCorpora, readSeededCorpus, samplesOf } from "./corpus";
import type { Measured } from "./limits";
import { measureRelevance } from "./relevance";
import { measureSpeed } from "./search-speed";

/** Speed and relevance of the embedded engine, with plain FTS5 beside it; one JSON on standard output. `--quick`: small sizes. */
const quick = process.argv.includes("--quick");
const root = repositoryRoot();
const { entries, thesaurus } = await readSeededCorpus(root);
const relevance = [];
for (const seeds of judgedCorpora(entries, root)) relevance.push(await measureRelevance(seeds, thesaurus));
for (const folder of judgedFolders(root)) relevance.push(await measureRelevance(readCollection(folder), thesaurus));
const speed = [];
for (const count of quick ? [1_000] : [10_000, 100_000])
  speed.push(await measureSpeed(count, samplesOf(entries, root), thesaurus));
const measured: Measured["search"] = { relevance, speed };
console.log(JSON.stringify(measured, null, 2));
