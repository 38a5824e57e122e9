import { parseArgs } from "node:util";
import { type AuditHead, verifyChain } from "~/domain/audit/verify-chain.server";
import { StartError } from "~/env.server";
import type { Services } from "~/services.server";

/** `polylogue audit verify [--head NUMBER:HASH] [--json]` */
export async function verifyAuditCommand(args: string[], open: () => Promise<Services>): Promise<number> {
  const { values } = parseArgs({ args, options: { head: { type: "string" }, json: { type: "boolean" } } });
  const kept = values.head === undefined ? undefined : readHead(values.head);
  const services = await open();
  try {
    const report = await verifyChain(services.readDb, kept);
    if (values.json) console.log(JSON.stringify(report, null, 2));
    else {
      for (const { number, what } of report.problems) console.error(`Row ${number} was ${what}.`);
      if (report.problems.length === 0) console.log(`The audit log is whole: ${report.events} rows.`);
      if (report.head) {
        console.log(`Head: ${report.head.number}:${report.head.hash}`);
        console.log(
          "Keep this line elsewhere, and give it to a later --head: it shows whether the log was written anew.",
        );
      }
    }
    return report.problems.length === 0 ? 0 : 1;
  } finally {
    await services.close();
  }
}

function readHead(text: string): AuditHead {
  const [, number, hash] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (!number || !hash) throw new StartError("--head must be the line that an earlier run printed, such as 12:3f…");
  return { number: Number(number), hash };
}
