import type { parseArgs } from "node:util";
import { toSlug } from "~/domain/documents/import/slug";
import { documentKinds } from "~db/schema/document";

export const importOptions = {
  slug: { type: "string" },
  kind: { type: "string" },
  title: { type: "string" },
  date: { type: "string" },
  language: { type: "string" },
  "source-url": { type: "string" },
  "dry-run": { type: "boolean" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

export const importUsage = `Usage: polylogue import FILE… [options]

Imports documents (.txt .md .html .docx .pdf): all files of one call, or none of them.

  --slug SLUG         Its address under /documents; else that of the same title, else from the file name.
  --kind KIND         ${documentKinds.join(", ")}.
  --title TITLE       Instead of the title that the file shows.
  --date DATE         2024-02-08, 2024-02 or 2024.
  --language CODE     BCP 47: en, fr, es …
  --source-url URL    Where the original is published.
  --dry-run           Shows what it finds and changes nothing.
  --json              Prints JSON.
  --help              Shows this.`;

type Values = ReturnType<typeof parseArgs<{ options: typeof importOptions }>>["values"];

/** @returns a line for each thing that is wrong */
export function checkArguments(values: Values, files: number): string[] {
  const faults: string[] = [];
  if (files === 0) faults.push("Which file? polylogue import FILE… (--help shows the options).");
  const single = (["slug", "title", "date", "source-url"] as const).find((name) => values[name] !== undefined);
  if (files > 1 && single) faults.push(`--${single} is for one file, not for ${files}.`);
  if (values.slug !== undefined && (values.slug === "" || toSlug(values.slug) !== values.slug)) {
    faults.push(`--slug “${values.slug}”: only small letters, digits and single hyphens, at most 80.`);
  }
  if (values.kind !== undefined && !documentKinds.some((kind) => kind === values.kind)) {
    faults.push(`--kind “${values.kind}”: one of ${documentKinds.join(", ")}.`);
  }
  if (values.title !== undefined && values.title.trim() === "") faults.push("--title is empty.");
  if (values.date !== undefined && !isDate(values.date))
    faults.push(`--date “${values.date}”: 2024-02-08, 2024-02 or 2024.`);
  if (values.language !== undefined && !/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(values.language)) {
    faults.push(`--language “${values.language}”: a BCP 47 code such as en, fr or es.`);
  }
  if (values["source-url"] !== undefined && !isWebAddress(values["source-url"])) {
    faults.push(`--source-url “${values["source-url"]}”: an address that begins with https:// or http://.`);
  }
  return faults;
}

function isDate(text: string): boolean {
  if (!/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u.test(text)) return false;
  const date = new Date(text + "0000-01-01".slice(text.length));
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/u.test(new URL(text).protocol);
}
