import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { sql } from "kysely";
import { listStoredFiles } from "~/domain/files/file-queries.server";
import type { Services } from "~/services.server";
import { describeFile } from "./backup-manifest";

interface Finding {
  check: string;
  ok: boolean;
  detail: string;
}

/** `polylogue doctor [--json]`: exit code 1 when a check fails. */
export async function doctorCommand(args: string[], open: () => Promise<Services>): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: "boolean" } } });
  const services = await open();
  try {
    const findings = [await checkFile(services), await checkReferences(services), await checkFiles(services)];
    findings.push(await checkIndex(services));
    if (values.json) console.log(JSON.stringify(findings));
    else for (const { check, ok, detail } of findings) console.log(`${ok ? "ok   " : "wrong"}  ${check}: ${detail}`);
    return findings.every(({ ok }) => ok) ? 0 : 1;
  } finally {
    await services.close();
  }
}

async function checkFile({ readDb }: Services): Promise<Finding> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check(10)`.execute(readDb);
  const answers = rows.map((row) => row.integrity_check);
  const ok = answers.length === 1 && answers[0] === "ok";
  return { check: "database file", ok, detail: ok ? "sound" : answers.join("; ") };
}

async function checkReferences({ readDb }: Services): Promise<Finding> {
  const { rows } = await sql<{ table: string }>`pragma foreign_key_check`.execute(readDb);
  const tables = [...new Set(rows.map((row) => row.table))].join(", ");
  return {
    check: "references",
    ok: rows.length === 0,
    detail: rows.length === 0 ? "all lead somewhere" : `${rows.length} lead nowhere, in ${tables}`,
  };
}

/** Every file that is named is there, with the bytes that its name tells. */
async function checkFiles({ readDb, files }: Services): Promise<Finding> {
  const named = await listStoredFiles(readDb);
  const wrong: string[] = [];
  for (const sha256 of named) {
    const found = await describeFile(dirname(files.pathOf(sha256)), sha256).catch(() => null);
    if (found?.sha256 !== sha256) wrong.push(found ? `${sha256} is damaged` : `${sha256} is missing`);
  }
  const detail = wrong.length === 0 ? `${named.length}, as they were taken` : wrong.join("; ");
  return { check: "files", ok: wrong.length === 0, detail };
}

async function checkIndex({ indexes, now }: Services): Promise<Finding> {
  const status = await indexes.status(now());
  const each = status.indexes.map(({ engine, entries }) => `${entries ?? "no answer"} (${engine})`).join(", ");
  const ok = status.indexes.every(({ entries }) => entries === status.entries);
  const detail = `${each} of ${status.entries} entries`;
  return { check: "search index", ok, detail: ok ? detail : `${detail}; polylogue search verify tells more` };
}
