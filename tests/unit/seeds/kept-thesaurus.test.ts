import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readThesaurusOnce } from "~seeds/kept-thesaurus.server";
import { readThesaurus } from "~seeds/read-seeds.server";
import { SeedError } from "~seeds/seed-error";
import { tempFolder } from "../../support/temp";

const group = (...terms: string[]) => `- en: [${terms.join(", ")}]\n`;

function aFolder(text: string) {
  const data = tempFolder();
  const folder = join(data, "seeds");
  mkdirSync(folder);
  const write = (thesaurus: string) => writeFileSync(join(folder, "thesaurus.yaml"), thesaurus);
  write(text);
  return { folder, write, kept: join(data, "kept.json") };
}

test("the thesaurus is read once, and again when it changes", () => {
  const { folder, write, kept } = aFolder(group("house", "dwelling"));
  const first = readThesaurusOnce(folder, kept);
  expect(first).toEqual(readThesaurus(folder));
  // What is kept is believed: nothing else is read.
  writeFileSync(kept, readFileSync(kept, "utf8").replace("dwelling", "home"));
  expect(JSON.stringify(readThesaurusOnce(folder, kept))).toContain("home");
  write(group("water", "sanitation"));
  expect(readThesaurusOnce(folder, kept)).toEqual(readThesaurus(folder));
});

test("what was kept and is broken is written again; a thesaurus that is broken is told of", () => {
  const { folder, write, kept } = aFolder(group("house", "dwelling"));
  readThesaurusOnce(folder, kept);
  writeFileSync(kept, '{"hash":');
  expect(readThesaurusOnce(folder, kept)).toEqual(readThesaurus(folder));
  expect(JSON.parse(readFileSync(kept, "utf8"))).toMatchObject({ groups: readThesaurus(folder) });
  write("- nonsense: 1\n");
  expect(() => readThesaurusOnce(folder, kept)).toThrow(SeedError);
  expect(() => readThesaurusOnce(join(folder, "nowhere"), kept)).toThrow(SeedError);
});
