import type { ImportedDocument } from "~/domain/documents/import/imported-document";

/** What `--json` prints: an array of documents; what is absent is null. */
export function toJson(documents: ImportedDocument[]): string {
  const shown = documents.map(({ slug, kind, title, date, provisions, participants, warnings }) => ({
    slug,
    kind,
    title,
    date,
    provisions: provisions.map(({ eId, kind, label, verb, text, speaker, affiliation }) => ({
      ...{ eId, kind, label, verb, text, speaker, affiliation },
    })),
    participants: participants.map(({ name, country, group }) => ({ name, country, group })),
    warnings: warnings.map(({ line, message }) => ({ line, message })),
  }));
  return JSON.stringify(shown, null, 2);
}

/** What `--dry-run` prints: a document's facts, its provisions line by line, how many of each kind, and the warnings. */
export function asTable(document: ImportedDocument): string {
  const { slug, kind, title, date, event, language, provisions, participants, warnings } = document;
  const facts = [
    ["Document", slug],
    ["Kind", kind],
    ["Title", title],
    ["Date", date ?? "not found"],
    ["Event", event ?? "not found"],
    ["Language", language],
  ];
  const rows = provisions.map(({ line, eId, label, verb, speaker, affiliation, text }) => [
    String(line),
    eId,
    label ?? "",
    verb ?? "",
    shorten(speaker ? `${text} (${[speaker, affiliation].filter(Boolean).join(", ")})` : text),
  ]);
  const counts = new Map<string, number>();
  for (const provision of provisions) counts.set(provision.kind, (counts.get(provision.kind) ?? 0) + 1);
  const sum = [...counts].map(([kind, count]) => `${count} ${kind}`);
  if (participants.length > 0) sum.push(`${participants.length} participants`);
  return [
    ...facts.map(([name, value]) => `${name?.padEnd(10)}${value}`),
    "",
    ...columns([["Line", "eId", "Label", "Verb", "Text"], ...rows]),
    "",
    `${provisions.length} provisions: ${sum.join(", ")}.`,
    ...warnings.map(({ line, message }) => `Line ${line}: ${message}`),
  ].join("\n");
}

function columns(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    rows.reduce((width, row) => Math.max(width, (row[column] ?? "").length), 0),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

function shorten(text: string): string {
  const line = text.replace(/\s+/gu, " ");
  return line.length <= 72 ? line : `${line.slice(0, 50).trimEnd()} … ${line.slice(-18).trimStart()}`;
}
