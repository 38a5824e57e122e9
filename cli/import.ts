import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ImportError } from "~/domain/documents/import/import-error";
import type { ImportedDocument, ImportOptions } from "~/domain/documents/import/imported-document";
import { readSource, type Source } from "~/domain/documents/import/read-source.server";
import { type ImportResult, importDocument, readDocument } from "~/domain/documents/import-document.server";
import { readEnv } from "~/env.server";
import type { Db } from "~db/client.server";
import { documentKinds } from "~db/schema/document";
import { checkArguments, importOptions, importUsage } from "./import-arguments";
import { asTable, toJson } from "./import-output";

interface Opened {
  db: Db;
  /** Brings what was written into the search index. */
  syncIndex?(): Promise<void>;
  close(): Promise<void>;
}

/**
 * `polylogue import FILE… [options]`. `open` is called only when the database is needed.
 * @returns The exit code: 0, or 1 with one line on stderr for each problem.
 */
export async function importCommand(args: string[], open: () => Promise<Opened>): Promise<number> {
  const { values, positionals } = parseArgs({ args, options: importOptions, allowPositionals: true });
  if (values.help) {
    console.log(importUsage);
    return 0;
  }
  const files = [...new Set(positionals)];
  const faults = checkArguments(values, files.length);
  if (faults.length > 0) return fail(faults);
  const given: ImportOptions = {
    slug: values.slug,
    kind: documentKinds.find((kind) => kind === values.kind),
    title: values.title?.trim(),
    date: values.date,
    language: values.language,
    sourceUrl: values["source-url"],
  };
  const { sources, problems } = await readAll(files);
  if (problems.length > 0) return fail(problems);
  const run = values["dry-run"] ? dryRun : importAll;
  return run(sources, given, values.json === true, open);
}

async function readAll(files: string[]) {
  const sources: { file: string; source: Source }[] = [];
  const problems: string[] = [];
  for (const file of files) {
    try {
      sources.push({ file, source: await readSource(file) });
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      problems.push(`${file}: ${error.message}.`);
    }
  }
  return { sources, problems };
}

type Sources = { file: string; source: Source }[];

async function dryRun(
  sources: Sources,
  given: ImportOptions,
  json: boolean,
  open: () => Promise<Opened>,
): Promise<number> {
  const opened = await openIfThere(open);
  try {
    const documents: ImportedDocument[] = [];
    const problems: string[] = [];
    for (const { file, source } of sources) {
      try {
        const document = await readDocument(opened?.db ?? null, { source, options: given });
        refuseTwice(documents, document);
        documents.push(document);
      } catch (error) {
        if (!(error instanceof ImportError)) throw error;
        problems.push(`${file}: ${error.message}.`);
      }
    }
    if (problems.length > 0) return fail(problems);
    console.log(json ? toJson(documents) : documents.map(asTable).join("\n\n"));
    return 0;
  } finally {
    await opened?.close();
  }
}

/** A dry run takes slugs from the database where there is one, and makes none. */
async function openIfThere(open: () => Promise<Opened>): Promise<Opened | null> {
  try {
    if (!existsSync(join(readEnv(process.env).dataDir, "polylogue.sqlite"))) return null;
    return await open();
  } catch {
    return null;
  }
}

async function importAll(
  sources: Sources,
  given: ImportOptions,
  json: boolean,
  open: () => Promise<Opened>,
): Promise<number> {
  const opened = await open();
  try {
    const now = new Date();
    let file = "";
    const results: ImportResult[] = [];
    try {
      await opened.db.transaction().execute(async (trx) => {
        for (const each of sources) {
          file = each.file;
          const result = await importDocument(trx, { source: each.source, options: given }, now);
          refuseTwice(
            results.map((other) => other.document),
            result.document,
          );
          results.push(result);
        }
      });
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      return fail([`${file}: ${error.message}. Nothing was imported.`]);
    }
    if (results.some((result) => result.status !== "unchanged")) await opened.syncIndex?.();
    for (const { document } of results) {
      for (const { line, message } of document.warnings) console.error(`${document.slug}, line ${line}: ${message}`);
    }
    console.log(json ? toJson(results.map((result) => result.document)) : results.map(sentence).join("\n"));
    return 0;
  } finally {
    await opened.close();
  }
}

/** Two files of one call that become one document would make two versions of it by accident. */
function refuseTwice(others: ImportedDocument[], { slug }: ImportedDocument): void {
  if (others.some((other) => other.slug === slug)) {
    throw new ImportError(`another file of this call is “${slug}” too`);
  }
}

function sentence({ document, status, version, removed, redirects }: ImportResult): string {
  const { slug, provisions } = document;
  if (status === "unchanged") return `${slug}: unchanged since version ${version}.`;
  const details = [`${provisions.length} provisions`];
  if (removed.length > 0) details.push(`${removed.length} removed`);
  if (redirects.length > 0) details.push(`${redirects.length} moved`);
  return `${slug}: version ${version} imported, ${details.join(", ")}.`;
}

function fail(lines: string[]): number {
  for (const line of lines) console.error(line);
  return 1;
}
