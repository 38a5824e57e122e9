import { readJudgedCollection } from "~search/evaluate/judged-collection.server";
import { judgedFolders, repositoryRoot } from "./collection";
import { judgedCorpora, readSeededCorpus } from "./corpus";
import type { Measured } from "./limits";
import { measureRelevance } from "./relevance";

/** The relevance of the embedded engine, with plain FTS5 beside it; one JSON on standard output. */
const root = repositoryRoot();
const { entries, thesaurus } = await readSeededCorpus(root);
const relevance = [];
for (const seeds of judgedCorpora(entries, root)) relevance.push(await measureRelevance(seeds, thesaurus));
for (const folder of judgedFolders(root))
  relevance.push(await measureRelevance(readJudgedCollection(folder), thesaurus));
const measured: Measured["search"] = { relevance };
console.log(JSON.stringify(measured, null, 2));
