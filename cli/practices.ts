import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { checkPractices } from "~/domain/contributions/exchange/check-practices.server";
import { describeCellError } from "~/domain/contributions/exchange/describe-cell-error";
import { importPractices } from "~/domain/contributions/exchange/import-practices.server";
import {
  listOwnPractices,
  listPublishedPractices,
} from "~/domain/contributions/exchange/practices-to-export-queries.server";
import { practicesAsCsv, practicesAsJson } from "~/domain/contributions/exchange/write-practices";
import { listTemplateTerms } from "~/domain/contributions/template-terms-queries.server";
import { listRoles } from "~/domain/memberships/role-queries.server";
import type { Actor } from "~/domain/people/person-policy";
import { StartError } from "~/env.server";
import type { Services } from "~/services.server";
import { ProgressLine } from "./progress-line";

const largest = 20 * 1024 * 1024;

/** `polylogue practices import FILE --as EMAIL [--network SLUG] [--dry-run]` */
export async function importPracticesCommand(args: string[], open: () => Promise<Services>): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { as: { type: "string" }, network: { type: "string" }, "dry-run": { type: "boolean", default: false } },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new StartError("Name one file of practices, CSV or JSON.");
  if (values.as === undefined) throw new StartError("--as must be the e-mail address of who the drafts are for.");
  const bytes = await readFile(file).catch(() => {
    throw new StartError(`${file} cannot be read.`);
  });
  if (bytes.length > largest) throw new StartError(`${file} is larger than 20 MB.`);
  const services = await open();
  const progress = new ProgressLine("Importing");
  try {
    const { db, now } = services;
    const actor = await findActor(db, values.as);
    const { network = null } = values;
    if (network !== null && !actor.memberships.some(({ networkId }) => networkId === network)) {
      throw new StartError(`${values.as} is not a member of the network ${network}.`);
    }
    const { practices, errors } = await checkPractices(bytes, await listTemplateTerms(db));
    for (const error of errors) {
      const place = [error.row ? `row ${error.row}` : "", error.column].filter(Boolean).join(", ");
      console.error(`${file}${place && `: ${place}`}: ${describeCellError(error, "en")}`);
    }
    if (errors.length > 0) {
      console.error(`${errors.length} to mend. Nothing was imported.`);
      return 1;
    }
    if (values["dry-run"]) {
      console.log(`${practices.length} practices, and nothing to mend. Nothing was imported.`);
      return 0;
    }
    const doer = { actor, at: now(), address: null };
    const ids = await importPractices(db, doer, practices, network, (done, total) => progress.show(done, total));
    progress.end();
    console.log(`${ids.length} drafts were made for ${values.as}.`);
    return 0;
  } finally {
    await services.close();
  }
}

/** `polylogue practices export [--as EMAIL] [--format csv|json] [--output FILE]` */
export async function exportPracticesCommand(args: string[], open: () => Promise<Services>): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { as: { type: "string" }, format: { type: "string", default: "csv" }, output: { type: "string" } },
  });
  if (values.format !== "csv" && values.format !== "json") throw new StartError("--format must be csv or json.");
  const services = await open();
  try {
    const { db } = services;
    const practices = values.as
      ? await listOwnPractices(db, (await findActor(db, values.as)).person.id)
      : await listPublishedPractices(db);
    const text = values.format === "csv" ? practicesAsCsv(practices) : practicesAsJson(practices);
    if (values.output) await writeFile(values.output, text);
    else process.stdout.write(text);
    return 0;
  } finally {
    await services.close();
  }
}

async function findActor(db: Services["db"], email: string): Promise<NonNullable<Actor>> {
  const person = await db
    .selectFrom("person")
    .where("email", "=", email.trim().toLowerCase())
    .select(["id", "administrator"])
    .executeTakeFirst();
  if (!person) throw new StartError(`There is no account with the address ${email}.`);
  return { person: { id: person.id }, administrator: person.administrator === 1, ...(await listRoles(db, person.id)) };
}
