import fc from "fast-check";
import { expect, test } from "vitest";
import type { FieldValues } from "~/domain/contributions/contribution";
import {
  type FieldName,
  fieldsOf,
  longestCell,
  longestText,
  mostRows,
  ruleOf,
} from "~/domain/contributions/contribution-fields";
import { checkExperiences } from "~/domain/contributions/exchange/check-experiences.server";
import { escapeFormula, unescapeFormula } from "~/domain/contributions/exchange/formula-escape";
import { experiencesAsCsv, experiencesAsJson } from "~/domain/contributions/exchange/write-experiences";
import { encodeList } from "~/domain/contributions/field-value";
import type { TemplateTerms } from "~/domain/contributions/template-terms";
import { isTooDeep } from "~/domain/text/markdown-depth";
import { type ContributionKind, contributionKinds } from "~db/schema/contribution";

const term = (code: string, en = code) => ({ code, label: { en, fr: `${en} (fr)`, es: `${en} (es)` }, group: null });
const terms: TemplateTerms = {
  city: [term("bogota", "Bogotá"), term("vienna", "Vienna")],
  theme: [term("housing", "Homes"), term("water")],
  right: [term("adequate-housing")],
  group: [term("women")],
  goal: [],
  target: [term("16.7"), term("11.1")],
};

/** What breaks readers of tables: quotes, delimiters, formulas, apostrophes, byte order marks, line breaks, white space. */
const nasty = fc.constantFrom(
  ...[
    '"',
    '""',
    ",",
    ";",
    "\t",
    "'",
    "''",
    "=1+1",
    "+1",
    "-1",
    "@a",
    "＝1",
    "\n",
    "\n\n",
    " ",
    "\ufeff",
    "\\",
    "#",
    "漢",
    "🏙️",
    "é",
  ],
  ...["'=1", "''=1", "' =1", "\n=1", "a\u2028b", "</script>", "{", "[", "null", "\u00a0"],
);
const text = (longest: number) =>
  fc
    .array(fc.oneof({ weight: 3, arbitrary: nasty }, fc.string({ unit: "grapheme", maxLength: 8 })), { maxLength: 6 })
    .map((parts) =>
      parts
        .join("")
        .slice(0, longest)
        .replace(/[\ud800-\udbff]$/, "")
        .replace(/(?![\n\t])\p{Cc}/gu, ""),
    );
const line = (longest: number) => text(longest).map((value) => value.replace(/[\n\u2028\u2029\t]/g, ""));

function valuesFor(field: FieldName): fc.Arbitrary<string> {
  const rule = ruleOf(field);
  const some = (list: readonly string[]) => fc.constantFrom("", ...list);
  switch (rule.kind) {
    case "line":
      return line(rule.max);
    case "text":
      return text(longestText).filter((value) => !isTooDeep(value));
    case "date":
      return some(["2020", "2020-02", "2020-02-29"]);
    case "choice":
      return some(rule.choices === "city" ? ["bogota", "vienna"] : rule.choices);
    case "codes":
      return fc.subarray(terms[rule.vocabulary].map(({ code }) => code)).map((codes) => encodeList(codes.sort()));
    case "rows": {
      const cells = rule.columns.map((column): [string, fc.Arbitrary<string>] => [
        column.name,
        column.kind === "date" ? some(["1999"]) : column.choices ? some(column.choices) : line(longestCell),
      ]);
      const row = fc.record(Object.fromEntries(cells)).filter((one) => Object.values(one).some((cell) => cell !== ""));
      return fc.array(row, { maxLength: 5 }).map(encodeList);
    }
  }
}
const experienceOf = (kind: ContributionKind) =>
  fc
    .record(Object.fromEntries(fieldsOf(kind).map((field) => [field, valuesFor(field)])))
    .map((all): FieldValues => ({ ...all, title: all.title?.trim() ? all.title : "A title" }));

test.each(contributionKinds)(
  "what is exported of a %s and imported again says the same, to the last sign",
  async (kind) => {
    await fc.assert(
      fc.asyncProperty(fc.array(experienceOf(kind), { minLength: 1, maxLength: 3 }), async (experiences) => {
        for (const written of [experiencesAsCsv(kind, experiences), experiencesAsJson(kind, experiences)]) {
          const read = await checkExperiences(Buffer.from(written), { kind, terms });
          expect(read.errors).toEqual([]);
          expect(read.experiences).toEqual(experiences);
        }
      }),
      { seed: 20261122, numRuns: 100 },
    );
  },
);

test("a file of one kind is not taken for the other", async () => {
  const columns = experiencesAsCsv("case-study", [{ title: "A study", method: "Interviews." }]);
  const { errors } = await checkExperiences(Buffer.from(columns), { kind: "practice", terms });
  expect(errors.map(({ row, column, problem }) => [row, column, problem])).toContainEqual([
    1,
    "method",
    "unknownColumn",
  ]);
  const list = await checkExperiences(Buffer.from(experiencesAsJson("practice", [{ title: "A" }])), {
    kind: "case-study",
    terms,
  });
  expect(list.errors.map(({ problem, given }) => [problem, given])).toEqual([["notJson", "case-studies"]]);
});

test("no exported cell is a formula for a spreadsheet, and the sign before it is taken back", () => {
  fc.assert(
    fc.property(text(200), (value) => {
      const cell = escapeFormula(value);
      expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/);
      expect(unescapeFormula(cell)).toBe(value);
    }),
    { seed: 1, numRuns: 1000 },
  );
  expect(unescapeFormula("'quoted' words")).toBe("'quoted' words");
});

const check = (content: string | Buffer) => checkExperiences(Buffer.from(content), { kind: "practice", terms });

test("tables of other programs are read: semicolons, tabs, byte order marks, any line end, headings in any case and order", async () => {
  const expected = [{ title: "One; two", city: "bogota", themes: '["housing","water"]', results: "a\nb" }];
  for (const content of [
    'title,CITY,themes,results\n"One; two",Bogotá,water; Housing,"a\nb"\n',
    '\ufeffThemes;title;City;results;;\r\n"housing; water;";"One; two";BOGOTÁ (fr);"a\r\nb";;\r\n;;;;;\r\n',
    'title\tcity\tthemes\tresults\r"One; two"\tbogota\twater;housing\t"a\rb"',
  ])
    expect(await check(content), content).toEqual({ experiences: expected, errors: [] });
});

test("each cell that is wrong is named by row and column, with what to mend", async () => {
  const rows = [
    "title,pitch,city,started,stage,themes,evidence.2.date,evidence.1.indicator,colour,situation_before",
    `,${"x".repeat(281)},bogotta,yesterday,on-going,"housing; hosing",32 May,"a\nb",,"${">".repeat(2000)}"`,
    "Fine,,,,,,,,,,,extra",
  ];
  const { errors } = await check(rows.join("\n"));
  expect(errors.map(({ row, column, problem, meant, max }) => [row, column, problem, meant ?? max])).toEqual([
    [1, "colour", "unknownColumn", undefined],
    [2, "city", "unknownCity", "bogota"],
    [2, "stage", "unknownCode", "ongoing"],
    [2, "themes", "unknownCode", "housing"],
    [2, "evidence.1.indicator", "wrongCharacters", undefined],
    [2, "evidence.2.date", "date", undefined],
    [2, "pitch", "tooLong", 280],
    [2, "started", "date", undefined],
    [2, "situation_before", "tooDeep", undefined],
    [2, "title", "required", undefined],
    [3, "", "moreCells", 10],
  ]);
});

test("a file that is none of practices says why", async () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("title\nOne", "utf16le")]);
  const problems: [content: string | Buffer, problem: string][] = [
    ["", "noRows"],
    ["title\n", "noRows"],
    ["title,title\na,b", "columnTwice"],
    ['title\n"One', "quotes"],
    ['title\nO"n"e "two', "quotes"],
    [utf16, "utf16"],
    [Buffer.from("title\nBogotá", "latin1"), "windows1252"],
    ["PK\u0003\u0004", "workbook"],
    ["title\n\0", "notText"],
    ["{", "notJson"],
    ["{}", "notJson"],
    ["[]", "noRows"],
    ["[1]", "notText"],
    ['[{"title":"a","status":"published"}]', "unknownColumn"],
    ['[{"title":1}]', "notText"],
    ['[{"title":"a","themes":[1]}]', "notText"],
    ['[{"title":"a","evidence":[{"indicator":"a","role":"b"}]}]', "unknownColumn"],
    ['[{"title":"a","evidence":[{"constructor":"b"}]}]', "unknownColumn"],
    ['[{"title":"a","evidence":["b"]}]', "notText"],
    [`title\n${"a\n".repeat(2001)}`, "tooManyRows"],
    [JSON.stringify([{ title: "a", evidence: Array(mostRows + 1).fill({ indicator: "a" }) }]), "tooMany"],
  ];
  for (const [content, problem] of problems) {
    const { errors } = await check(content);
    expect(
      errors.map((error) => error.problem),
      String(content).slice(0, 60),
    ).toContain(problem);
  }
});
