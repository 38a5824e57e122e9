import { parseArgs } from "node:util";
import type { Services } from "~/services.server";

type Open = () => Promise<Services>;

/** `polylogue search reindex` */
export async function reindexCommand(args: string[], open: Open): Promise<number> {
  parseArgs({ args, options: {} });
  const services = await open();
  try {
    const begun = performance.now();
    await services.reindex();
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    console.log(`${await services.search.count()} entries indexed in ${seconds} s.`);
    return 0;
  } finally {
    await services.close();
  }
}

/** `polylogue search status [--json]` */
export async function statusCommand(args: string[], open: Open): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: "boolean" } } });
  const services = await open();
  try {
    const { readDb, search } = services;
    const waiting = await readDb
      .selectFrom("outbox")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    const status = { engine: search.name, entries: await search.count(), waiting: waiting.count };
    if (values.json) console.log(JSON.stringify(status));
    else console.log(`Engine: ${status.engine}\nEntries: ${status.entries}\nWaiting: ${status.waiting}`);
    return 0;
  } finally {
    await services.close();
  }
}
