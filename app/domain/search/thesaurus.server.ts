import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { Document, isSeq, parseDocument, YAMLSeq } from "yaml";
import { joinThesaurus, missingFrom, type TermGroup, termLanguages, withGroup, withoutTerms } from "./thesaurus";

interface Options {
  /** The installation's own file; it need not exist. */
  file: string;
  seeds: readonly TermGroup[];
  /** Reads and checks a file; an absent one is empty. @throws Error that names file and line. */
  read: (file: string) => TermGroup[];
  /** Hands the search engines what they search by from now on. */
  apply: (thesaurus: TermGroup[]) => Promise<void>;
}

const heading = `# Synonyms of this installation, beside those of the seeds: who looks for one of a group finds them all.
# Edit this file, or add synonyms on the page /admin/search.
`;

/** The installation's own synonyms: a file, which people edit too, and what the engines know of it. */
export class OwnThesaurus {
  private applied: string;
  private last: Promise<unknown> = Promise.resolve();

  /** @throws what `read` throws when the file is broken. */
  constructor(private readonly options: Options) {
    this.applied = this.source();
    this.options.read(options.file);
  }

  get file(): string {
    return this.options.file;
  }

  /** Everything that is searched by. @throws what `read` throws */
  joined(): TermGroup[] {
    return joinThesaurus(this.options.seeds, this.options.read(this.options.file));
  }

  /** What the file says now; what somebody changed in it is applied. A broken one is told of, and searches stay as they are. */
  async look(): Promise<{ groups: TermGroup[]; joined: TermGroup[]; problem: string | null }> {
    try {
      const groups = this.options.read(this.options.file);
      if (this.source() !== this.applied) await this.inTurn(() => this.apply());
      return { groups, joined: this.joined(), problem: null };
    } catch (error) {
      return {
        groups: [],
        joined: [...this.options.seeds],
        problem: error instanceof Error ? error.message : String(error),
      };
    }
  }

  /** Adds a group, or widens the one that holds a term of it; what of it is new. @throws what `read` throws, and then nothing has changed */
  add(group: TermGroup): Promise<TermGroup> {
    return this.inTurn(async () => {
      const groups = this.options.read(this.options.file);
      await this.rewrite(groups, withGroup(groups, group));
      return missingFrom(groups, group);
    });
  }

  /** Takes terms out, wherever they stand. @throws what `read` throws, and then nothing has changed */
  remove(terms: TermGroup): Promise<void> {
    return this.inTurn(async () => {
      const groups = this.options.read(this.options.file);
      await this.rewrite(groups, withoutTerms(groups, terms));
    });
  }

  /** Changes the file where it differs, its comments kept; it is checked before it takes the place of the old one. */
  private async rewrite(groups: TermGroup[], wanted: TermGroup[]): Promise<void> {
    const { file, read } = this.options;
    const document = parseDocument(this.source() || heading, { schema: "failsafe" });
    if (!isSeq(document.contents)) document.contents = new YAMLSeq() as unknown as typeof document.contents;
    const list = document.contents as unknown as YAMLSeq;
    const kept = new Map(groups.map((group, number) => [JSON.stringify(group), list.items[number]]));
    list.items = wanted.map((group) => kept.get(JSON.stringify(group)) ?? toEntry(group));
    list.flow = list.items.length === 0;
    const next = `${file}.new`;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(next, document.toString({ lineWidth: 0 }), { flush: true });
    try {
      read(next);
    } catch (error) {
      rmSync(next);
      throw error;
    }
    renameSync(next, file);
    await this.apply();
  }

  private async apply(): Promise<void> {
    const source = this.source();
    await this.options.apply(this.joined());
    this.applied = source;
  }

  private source(): string {
    return existsSync(this.options.file) ? readFileSync(this.options.file, "utf8") : "";
  }

  /** One change at a time: the second would undo the first. */
  private inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.last.then(task);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}

/** `en: [budget]`, languages without a term left out. */
function toEntry(group: TermGroup): unknown {
  const present = termLanguages.filter((language) => group[language].length > 0);
  const entry = new Document().createNode(Object.fromEntries(present.map((language) => [language, group[language]])));
  for (const { value } of entry.items) if (isSeq(value)) value.flow = true;
  return entry;
}
