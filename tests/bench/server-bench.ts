import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { recordFirstVersions } from "~/domain/publication/record-versions.server";
import { readEnv } from "~/env.server";
import { createServices } from "~/services.server";
import { polylogue } from "../support/run-program";
import { startServer } from "../support/start-server";
import { repositoryRoot } from "./collection";
import { readSeededCorpus, samplesOf } from "./corpus";
import { measureCrowd } from "./crowd";
import { fillLibrary } from "./fill-library";
import { generateEntries, generateQueries } from "./generate";
import type { Measured } from "./limits";
import { measureWeights } from "./page-weights";
import { measureLoad } from "./server-load";

/** The served pages and the command line: requests on one core, weights of pages, start, import; one JSON on standard output. */
const quick = process.argv.includes("--quick");
const entriesServed = quick ? 1_000 : 10_000;
const root = repositoryRoot();
const dataDir = mkdtempSync(join(tmpdir(), "polylogue-bench-"));
const ofData = { DATA_DIR: dataDir, LOG_LEVEL: "silent" };

try {
  const imported = await measureImport();
  const first = await startServer(ofData);
  const weights = await measureWeights(first.origin);
  await first.stop();
  const queries = await fillIndex();
  const second = await startServer(ofData);
  const load = await measureLoad(second, queries);
  const crowd = await measureCrowd(second, dataDir, queries, quick ? 3 : 10);
  await second.stop();
  const start = { second_start_ms: Math.round(second.startedInMs), ...(await bareNode()) };
  const measured: Measured["server"] = { entries: entriesServed, load, crowd, weights, start, import: imported };
  console.log(JSON.stringify(measured, null, 2));
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}

/** Generated entries beside the seeded ones, in the database and in the index. */
async function fillIndex(): Promise<string[]> {
  const services = await createServices(readEnv(ofData), { background: false });
  const { entries: seeded } = await readSeededCorpus(root);
  const generated = [...generateEntries(entriesServed - seeded.length, samplesOf(seeded, root))];
  await fillLibrary(services.db, generated);
  // As any start does: the one that is measured finds it done.
  await recordFirstVersions(services.db);
  await services.indexes.keepers[0]?.rebuild();
  await services.close();
  return generateQueries(generated, quick ? 2_000 : 8_800);
}

/** The five source documents through the command line; beside it, the command line doing nothing. */
async function measureImport() {
  const folder = join(root, "..", "shared", "documents");
  if (!existsSync(folder)) return { skipped: "the source documents are absent" };
  const files = ["hrgl-2022-outcome-document", "hrgl-2023-outcome-document", "hrgl-2024-outcome-document"].concat([
    "hrgl-2023-concept-note",
    "uclg-ohchr-2019-meeting-report",
  ]);
  await polylogue(["seeds", "check"], ofData);
  await polylogue(["search", "status"], ofData);
  const nothing = await timed(() => polylogue(["--version"], ofData));
  const all = await timed(() => polylogue(["import", ...files.map((file) => join(folder, `${file}.txt`))], ofData));
  return { five_documents_ms: all, command_alone_ms: nothing };
}

async function bareNode() {
  const { spawnSync } = await import("node:child_process");
  return { bare_node_ms: await timed(async () => spawnSync(process.execPath, ["-e", "0"])) };
}

async function timed(task: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await task();
  return Math.round(performance.now() - begun);
}
