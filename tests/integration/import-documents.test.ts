import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { findStructure } from "~/domain/documents/import/find-structure";
import type { ImportedDocument } from "~/domain/documents/import/imported-document";
import { readSource } from "~/domain/documents/import/read-source.server";
import { importDocument } from "~/domain/documents/import-document.server";
import { tempDatabase } from "../support/temp";
import { letters, wordsOf } from "../unit/importer/words-of";

const folder = join(import.meta.dirname, "../../../shared/documents");
const files = {
  2022: "hrgl-2022-outcome-document.txt",
  2023: "hrgl-2023-outcome-document.txt",
  2024: "hrgl-2024-outcome-document.txt",
  note: "hrgl-2023-concept-note.txt",
  report: "uclg-ohchr-2019-meeting-report.txt",
};
const present = existsSync(folder);
if (!present) console.warn(`The source documents are not at ${folder}: their tests are skipped.`);

const alphabet = [..."abcdefghijklmnopqrstuvwxyz"];
const upTo = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1));

describe.skipIf(!present)("the five source documents (../shared/documents)", () => {
  const found = {} as Record<keyof typeof files, ImportedDocument>;
  beforeAll(async () => {
    for (const [key, file] of Object.entries(files)) {
      const source = await readSource(join(folder, file));
      found[key as keyof typeof files] = findStructure(source.lines, source.name);
    }
  });
  const labels = (document: ImportedDocument, kind: string) =>
    document.provisions.filter((provision) => provision.kind === kind).map((provision) => provision.label);
  const text = (document: ImportedDocument, eId: string) =>
    document.provisions.find((provision) => provision.eId === eId)?.text ?? "";

  test.each([
    [2022, "hrgl-2022", "2022-02-08", alphabet.slice(0, 18), 14, 0],
    [2023, "hrgl-2023", "2023-02-07", [...alphabet, ...alphabet.slice(0, 10).map((l) => l + l)], 12, 7],
    [2024, "hrgl-2024", "2024-02-08", [...alphabet, ...alphabet.slice(0, 10).map((l) => l + l)], 14, 6],
  ] as const)("outcome document %i", (year, slug, date, recitals, recommendations, paragraphs) => {
    const document = found[year];
    expect([document.slug, document.kind, document.date]).toEqual([slug, "outcome-document", date]);
    expect(labels(document, "recital")).toEqual(recitals);
    expect(labels(document, "recommendation")).toEqual(upTo(recommendations));
    expect(labels(document, "paragraph")).toHaveLength(paragraphs);
    expect(document.warnings).toEqual([]);
    const items = document.provisions.filter(({ kind }) => kind === "recital" || kind === "recommendation");
    for (const { verb, text: words } of items) {
      expect(verb).not.toBeNull();
      expect(words.startsWith(verb ?? "?")).toBe(true);
      expect(words).toMatch(/[,.]$/u);
      expect(words).not.toMatch(/[*\n]|\s\s/u);
    }
  });

  test("the damage is mended, errors of the original stay", () => {
    expect(text(found[2023], "recital-f")).toMatch(/declarations and other commitments in line .* human rights,$/u);
    expect(text(found[2024], "recital-c")).toMatch(/rule of law, also showing both/u);
    expect(text(found[2024], "recital-u")).toMatch(/human rights\.$/u);
    expect(text(found[2024], "recommendation-12")).toMatch(/political rights\.$/u);
    expect(text(found[2023], "paragraph-5")).toMatch(/legislation,”$/u);
    expect(text(found[2024], "opening")).toMatch(/at the Local and Regional Levels,$/u);
    expect(text(found.note, "paragraph-3")).toMatch(/proposals of this event were synthesised/u);
    expect(text(found.report, "paragraph-19")).toMatch(/the existing dynamic and to strengthen its messages/u);
  });

  test("the concept note: sections, questions, objectives, outcomes, further reading, notes", () => {
    const { provisions, date, kind } = found.note;
    expect([kind, date]).toEqual(["concept-note", "2022-06-29"]);
    expect(labels(found.note, "section")).toEqual([null, ...upTo(8)]);
    expect(labels(found.note, "question")).toHaveLength(3);
    expect(labels(found.note, "objective")).toEqual(upTo(7));
    expect(labels(found.note, "outcome")).toEqual(upTo(7));
    expect(labels(found.note, "reference")).toHaveLength(5);
    expect(labels(found.note, "note")).toEqual(["¹", "²"]);
    expect(provisions.find(({ eId }) => eId === "question-3")?.text).toMatch(/^Needs and potential for change: What/u);
  });

  test("the report: 24 quotations, the roadmap, the participants", () => {
    const { provisions, participants } = found.report;
    const speakers = provisions.filter(({ kind }) => kind === "quotation").map((p) => `${p.speaker}, ${p.affiliation}`);
    const counts = readFileSync(join(import.meta.dirname, "../fixtures/import/counts.md"), "utf8").replace(
      /\s+/gu,
      " ",
    );
    const listed = /in this order: (.*?)\. 3 goals/u.exec(counts)?.[1] ?? "";
    const counted = [...listed.matchAll(/([^,()]+) \(([^;)]+)(?:;[^)]*)?\)/gu)].map((m) => `${m[1]?.trim()}, ${m[2]}`);
    expect(speakers).toHaveLength(24);
    expect(speakers).toEqual(counted);
    expect(labels(found.report, "recommendation")).toEqual(upTo(6));
    expect(text(found.report, "recommendation-2").split("\n\n")).toHaveLength(4);
    const below = provisions.filter(({ parentEId }) => parentEId === "recommendation-3").map(({ eId }) => eId);
    expect(below).toEqual(upTo(6).map((number) => `recommendation-3-item-${number}`));
    expect(labels(found.report, "objective")).toHaveLength(3);
    const groups = ["Local governments", "Civil society and other human rights stakeholders", "Co-organizers"];
    expect(groups.map((name) => participants.filter(({ group }) => group === name).length)).toEqual([20, 10, 2]);
    expect(participants[16]).toEqual({
      name: "SKL / SALAR - Swedish Association of Local Authorities and Regions",
      country: "Sweden",
      group: "Local governments",
    });
    expect(participants.at(-1)?.name).toMatch(/^UCLG Committee on Social Inclusion, .* Human Rights - UCLG CSIPDHR$/u);
  });

  test("no word is lost or doubled", () => {
    for (const [key, file] of Object.entries(files)) {
      const original = letters(readFileSync(join(folder, file), "utf8"));
      const imported = letters(wordsOf(found[key as keyof typeof files]));
      // A footnote that interrupts a sentence stands behind it.
      if (key === "note") expect([...imported].sort().join("")).toBe([...original].sort().join(""));
      else expect(imported).toBe(original);
    }
  });

  test("all five are read and saved in under 2 s", async () => {
    const { db } = await tempDatabase();
    const begun = performance.now();
    for (const file of Object.values(files)) {
      await importDocument(db, { source: await readSource(join(folder, file)) }, new Date());
    }
    const took = performance.now() - begun;
    console.info(`The five documents took ${took.toFixed(0)} ms.`);
    expect(took).toBeLessThan(2000);
    const { count } = await db
      .selectFrom("provision")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    expect(count).toBe(Object.values(found).reduce((sum, document) => sum + document.provisions.length, 0));
  });
});
