import { closest, distance } from "fastest-levenshtein";
import type { KnownCodes, Noun } from "./known-codes";
import type { SeedProblem } from "./seed-error";
import type { Located } from "./seed-file.server";

type Path = readonly PropertyKey[];

interface Subjects {
  themes: string[];
  rights: string[];
  groups: string[];
  targets: string[];
}

const subjectFields = [
  ["themes", "theme"],
  ["rights", "right"],
  ["groups", "group"],
  ["targets", "target"],
] as const;

/** The checks that the nouns share; each failure becomes a problem at its line. */
export class ReferenceChecks {
  constructor(
    private readonly known: KnownCodes,
    private readonly problems: SeedProblem[],
  ) {}

  report(item: Located<unknown>, path: Path, message: string): void {
    this.problems.push({ file: item.file, line: item.lineAt(path), message });
  }

  /** `code` leads to an entry or term of this noun; an absent one is fine. */
  isKnown(item: Located<unknown>, path: Path, noun: Noun, code: string | undefined): void {
    const known = this.known[noun];
    if (code === undefined || known.has(code)) return;
    this.report(item, path, `unknown ${noun} “${code}”${didYouMean(code, known)}`);
  }

  /** `id` leads to a provision; where its document is unknown, that is what is told. */
  isProvision(item: Located<unknown>, path: Path, id: string | undefined): void {
    const document = id?.split("/")[0];
    if (document !== undefined && !this.known.document.has(document)) this.isKnown(item, path, "document", document);
    else this.isKnown(item, path, "provision", id);
  }

  areSubjects(item: Located<unknown>, path: Path, subjects: Subjects): void {
    for (const [field, noun] of subjectFields) {
      for (const [index, code] of subjects[field].entries()) {
        this.isKnown(item, [...path, field, index], noun, code);
      }
      this.namedOnce(item, [...path, field], subjects[field]);
    }
  }

  /** No value stands twice in a list of the entry. */
  namedOnce(item: Located<unknown>, path: Path, values: string[]): void {
    for (const [index, value] of values.entries()) {
      if (values.indexOf(value) < index) this.report(item, [...path, index], `“${value}” stands in the list twice`);
    }
  }

  /** No two entries have the same key. */
  areUnique(noun: string, keys: { item: Located<unknown>; path: Path; key: string }[]): void {
    const places = new Map<string, string>();
    for (const { item, path, key } of keys) {
      const first = places.get(key);
      if (first) this.report(item, path, `duplicate ${noun} “${key}”, it is taken in ${first}`);
      else places.set(key, `${item.file}:${item.lineAt(path)}`);
    }
  }
}

function didYouMean(code: string, known: ReadonlySet<string>): string {
  if (known.size === 0) return "";
  const nearest = closest(code, [...known]);
  return distance(code, nearest) <= Math.max(1, code.length / 3) ? `, did you mean “${nearest}”?` : "";
}
