import type { ThesaurusGroup } from "./schemas/thesaurus";
import type { SeedProblem } from "./seed-error";
import type { Located } from "./seed-file.server";

/** A term of a language stands once in the file: in two groups it would tie together what means two things. */
export function checkThesaurus(groups: Located<ThesaurusGroup>[], problems: SeedProblem[]): void {
  const lineOf = new Map<string, number>();
  for (const { file, value, lineAt } of groups) {
    for (const [language, terms] of Object.entries(value ?? {})) {
      for (const [index, term] of terms.entries()) {
        const key = `${language} ${term.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()}`;
        const line = lineAt([language, index]);
        const before = lineOf.get(key);
        if (before === undefined) lineOf.set(key, line);
        else problems.push({ file, line, message: `“${term}” (${language}) stands in line ${before} already` });
      }
    }
  }
}
