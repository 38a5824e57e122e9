import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { checkExperiences } from "~/domain/contributions/exchange/check-experiences.server";
import { describeCellError } from "~/domain/contributions/exchange/describe-cell-error";
import {
  listOwnExperiences,
  listPublishedExperiences,
} from "~/domain/contributions/exchange/experiences-to-export-queries.server";
import { importExperiences } from "~/domain/contributions/exchange/import-experiences.server";
import { experiencesAsCsv, experiencesAsJson } from "~/domain/contributions/exchange/write-experiences";
import { listTemplateTerms } from "~/domain/contributions/template-terms-queries.server";
import { listRoles } from "~/domain/memberships/role-queries.server";
import type { Actor } from "~/domain/people/person-policy";
import { StartError } from "~/env.server";
import type { Services } from "~/services.server";
import type { ContributionKind } from "~db/schema/contribution";
import { ProgressLine } from "./progress-line";

const largest = 20 * 1024 * 1024;
const names = { practice: "practices", "case-study": "case studies" } as const;

/** `polylogue practices import FILE --as EMAIL [--network SLUG] [--dry-run]`, and `polylogue case-studies import` */
export async function importExperiencesCommand(
  kind: ContributionKind,
  args: string[],
  open: () => Promise<Services>,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { as: { type: "string" }, network: { type: "string" }, "dry-run": { type: "boolean", default: false } },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new StartError(`Name one file of ${names[kind]}, CSV or JSON.`);
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
    const { experiences, errors } = await checkExperiences(bytes, { kind, terms: await listTemplateTerms(db) });
    for (const error of errors) {
      const place = [error.row ? `row ${error.row}` : "", error.column].filter(Boolean).join(", ");
      console.error(`${file}${place && `: ${place}`}: ${describeCellError(error, "en")}`);
    }
    if (errors.length > 0) {
      console.error(`${errors.length} to mend. Nothing was imported.`);
      return 1;
    }
    if (values["dry-run"]) {
      console.log(`${experiences.length} ${names[kind]}, and nothing to mend. Nothing was imported.`);
      return 0;
    }
    const doer = { actor, at: now(), address: null };
    const ids = await importExperiences(db, doer, { kind, experiences, networkId: network }, (done, total) =>
      progress.show(done, total),
    );
    progress.end();
    console.log(`${ids.length} drafts were made for ${values.as}.`);
    return 0;
  } finally {
    await services.close();
  }
}

/** `polylogue practices export [--as EMAIL] [--format csv|json] [--output FILE]`, and `polylogue case-studies export` */
export async function exportExperiencesCommand(
  kind: ContributionKind,
  args: string[],
  open: () => Promise<Services>,
): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { as: { type: "string" }, format: { type: "string", default: "csv" }, output: { type: "string" } },
  });
  if (values.format !== "csv" && values.format !== "json") throw new StartError("--format must be csv or json.");
  const services = await open();
  try {
    const { db } = services;
    const experiences = values.as
      ? await listOwnExperiences(db, (await findActor(db, values.as)).person.id, kind)
      : await listPublishedExperiences(db, kind);
    const text = values.format === "csv" ? experiencesAsCsv(kind, experiences) : experiencesAsJson(kind, experiences);
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
