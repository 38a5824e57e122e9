import { parseArgs } from "node:util";
import { StartError } from "~/env.server";
import type { Services } from "~/services.server";
import { explainFailure } from "~search/failover/explain-failure";
import type { IndexKeeper } from "~search/outbox/index-keeper.server";
import { ProgressLine } from "./progress-line";
import { table } from "./table";

type Open = () => Promise<Services>;

/** `polylogue search reindex [--engine NAME]` */
export async function reindexCommand(args: string[], open: Open): Promise<number> {
  const { values } = parseArgs({ args, options: { engine: { type: "string" } } });
  return withServices(open, async (services) => {
    for (const keeper of chosenKeepers(services, values.engine)) {
      const begun = performance.now();
      const progress = new ProgressLine(`Indexing for ${keeper.engine.name}`);
      await explained(keeper, () => keeper.rebuild((written, total) => progress.show(written, total))).finally(() =>
        progress.end(),
      );
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      console.log(`${keeper.engine.name}: ${await keeper.engine.count()} entries indexed in ${seconds} s.`);
    }
    return 0;
  });
}

/** `polylogue search status [--json]` */
export async function statusCommand(args: string[], open: Open): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: "boolean" } } });
  return withServices(open, async ({ indexes, now }) => {
    const status = await indexes.status(now());
    if (values.json) {
      console.log(JSON.stringify(status));
      return 0;
    }
    console.log(`Answers: ${status.engine}${status.fallback ? ", in the place of an engine that does not" : ""}`);
    console.log(`Entries in the database: ${status.entries}\n`);
    const rows = status.indexes.map((index) => [
      index.engine,
      index.rebuilding ? "rebuilding" : index.entries === null ? "no answer" : String(index.entries),
      String(index.waiting),
      `${index.lagSeconds} s`,
      String(index.failures),
      String(index.refused.length),
      index.lastError ?? "",
    ]);
    console.log(table(["engine", "entries", "waiting", "lag", "failures", "refused", "last error"], rows));
    for (const { engine, refused } of status.indexes)
      for (const line of describeRefused(engine, refused)) console.log(line);
    return 0;
  });
}

/** `polylogue search verify [--repair] [--json]`: exit code 1 when index and database differ and stay so. */
export async function verifyCommand(args: string[], open: Open): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { repair: { type: "boolean" }, json: { type: "boolean" }, engine: { type: "string" } },
  });
  const repair = values.repair ?? false;
  return withServices(open, async (services) => {
    const found = [];
    for (const keeper of chosenKeepers(services, values.engine)) {
      const difference = await explained(keeper, async () => {
        await keeper.drain();
        return keeper.verify({ repair });
      });
      found.push({ engine: keeper.engine.name, ...difference });
    }
    if (values.json) console.log(JSON.stringify(found.map((difference) => ({ ...difference, repaired: repair }))));
    else for (const difference of found) console.log(describeDifference(difference, repair));
    const differ = found.some(
      ({ missing, surplus, different }) => missing.length + surplus.length + different.length > 0,
    );
    return (differ && !repair) || found.some(({ refused }) => refused.length > 0) ? 1 : 0;
  });
}

type Difference = { engine: string } & Awaited<ReturnType<IndexKeeper["verify"]>>;

function describeDifference(
  { engine, entries, missing, surplus, different, waiting, refused }: Difference,
  repair: boolean,
): string {
  const kinds: [ids: string[], found: string, mended: string][] = [
    [missing, "missing in the index", "put into the index"],
    [surplus, "in the index, but not published", "taken out of the index"],
    [different, "different in the index", "read again"],
  ];
  const lines = kinds
    .filter(([ids]) => ids.length > 0)
    .flatMap(([ids, foundAs, mended]) => [
      `${engine}: ${ids.length} ${repair ? mended : foundAs}`,
      ...ids.map((id) => `  ${id}`),
    ]);
  lines.push(...describeRefused(engine, refused));
  const later = waiting > 0 ? ` (${waiting} just changed and not compared)` : "";
  if (lines.length === 0) return `${engine}: ${entries} entries, all as in the database${later}.`;
  return lines.join("\n");
}

function describeRefused(engine: string, refused: Difference["refused"]): string[] {
  if (refused.length === 0) return [];
  return [
    `${engine}: ${refused.length} refused, not in the index`,
    ...refused.map(({ id, error, since }) => `  ${id} (since ${since}): ${error}`),
  ];
}

/** A server that does not answer is one line, not a stack. */
async function explained<T>({ engine }: IndexKeeper, task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    throw new StartError(`${engine.name}: ${explainFailure(error)}`, { cause: error });
  }
}

async function withServices(open: Open, run: (services: Services) => Promise<number>): Promise<number> {
  const services = await open();
  try {
    return await run(services);
  } finally {
    await services.close();
  }
}

function chosenKeepers({ indexes }: Services, name: string | undefined): IndexKeeper[] {
  const names = indexes.keepers.map((keeper) => keeper.engine.name);
  const chosen = indexes.keepers.filter((keeper) => name === undefined || keeper.engine.name === name);
  if (chosen.length === 0) throw new StartError(`There is no engine “${name}” here: it is ${names.join(" or ")}.`);
  return chosen;
}
