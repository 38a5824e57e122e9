import { parse } from "yaml";
import type { DocumentKind } from "~db/schema/document";
import { bestDate } from "./dates";
import { detectKind } from "./document-kind";
import type { SourceLine } from "./imported-document";

/** What the lines between `---` and `---` at the head of a Markdown file say about it. */
export interface Metadata {
  title: string | null;
  date: string | null;
  language: string | null;
  event: string | null;
  kind: DocumentKind | null;
}

const LONGEST = 200;
const NAMES: Record<keyof Metadata, string[]> = {
  title: ["title", "titre", "título", "titulo", "titel", "titolo"],
  date: ["date", "adopted", "fecha", "data", "datum", "published"],
  language: ["language", "lang", "langue", "idioma", "lingua", "sprache", "taal", "locale"],
  event: ["event", "conference", "événement", "evento", "occasion"],
  kind: ["kind", "type", "genre", "tipo", "category", "art", "soort"],
};

/**
 * Takes the block of metadata off the head of a file. Its lines are text of the file too, and stand in the preface; its rules (`---`) are
 * marks. `problem`: it begins like one, but cannot be read, and is left where it is.
 */
export function splitMetadata(lines: SourceLine[]): {
  metadata: Metadata | null;
  head: SourceLine[];
  rest: SourceLine[];
  problem: boolean;
} {
  const none = { metadata: null, head: [], rest: lines, problem: false };
  const start = lines.findIndex(({ text }) => text.trim() !== "");
  if (lines[start]?.text.trimEnd() !== "---") return none;
  const length = lines.slice(start + 1, start + LONGEST).findIndex(({ text }) => /^(?:---|\.\.\.)\s*$/u.test(text));
  const head = lines.slice(start + 1, start + 1 + Math.max(0, length));
  if (!/^\s*[\p{L}_-]+\s*:(?:\s|$)/u.test(head.find(({ text }) => !/^\s*(?:#.*)?$/u.test(text))?.text ?? ""))
    return none;
  const fields = fieldsOf(head.map(({ text }) => text).join("\n"));
  if (!fields) return { ...none, problem: true };
  return { metadata: metadataOf(fields), head, rest: lines.slice(start + length + 2), problem: false };
}

function fieldsOf(text: string): Map<string, string> | null {
  try {
    // No aliases: a short text must not unfold into a long one.
    const value: unknown = parse(text, { maxAliasCount: 0, schema: "failsafe", logLevel: "error" });
    if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
    const scalars = Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string");
    return new Map(scalars.map(([name, one]) => [name.toLowerCase(), one.replace(/\s+/gu, " ").trim()]));
  } catch {
    return null;
  }
}

function metadataOf(fields: Map<string, string>): Metadata {
  const of = (name: keyof Metadata) => NAMES[name].map((one) => fields.get(one)).find(Boolean) ?? null;
  const language = of("language")?.replace("_", "-") ?? "";
  const kind = of("kind");
  return {
    title: of("title"),
    date: bestDate([of("date") ?? ""]),
    language: /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(language) ? language : null,
    event: of("event"),
    kind: kind === null ? null : detectKind([], kind.replaceAll("-", " "), ""),
  };
}
