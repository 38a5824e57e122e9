import { describe, expect, test } from "vitest";
import { findStructure } from "~/domain/documents/import/find-structure";
import type { ImportOptions } from "~/domain/documents/import/imported-document";
import { toSourceLines } from "~/domain/documents/import/source-lines";

const read = (text: string, options?: ImportOptions) => findStructure(toSourceLines(text), "sample.txt", options);
/** `recital-a a recalling: recalling that …` for each provision. */
const outline = (text: string) =>
  read(text).provisions.map(({ eId, label, verb, text: words }) => `${eId} ${label ?? "-"} ${verb ?? "-"}: ${words}`);

const head = "OUTCOME DOCUMENT\n\n8 February 2022\n\n";
const behindHead = (body: string) => outline(head + body).slice(1);

describe("labels", () => {
  test("a resolution: recitals without letters, parts inside parts", () => {
    const text = `The General Assembly,

Recalling its resolution of 2020,

Bearing in mind the role of cities,

1. Calls upon all States to:
(a) Promote rights;
(b) Support cities by:
(i) Training; and
(ii) Funding;
(c) Report;

2. Requests a report.`;
    expect(outline(text)).toEqual([
      "opening - -: The General Assembly,",
      "recital-1 - recalling: Recalling its resolution of 2020,",
      "recital-2 - bearing in mind: Bearing in mind the role of cities,",
      "recommendation-1 1 calls upon: Calls upon all States to:",
      "recommendation-1-a a promote: Promote rights;",
      "recommendation-1-b b support: Support cities by:",
      "recommendation-1-b-i i -: Training; and",
      "recommendation-1-b-ii ii -: Funding;",
      "recommendation-1-c c -: Report;",
      "recommendation-2 2 requests: Requests a report.",
    ]);
  });

  test("(i) is a letter after (h), and a Roman number where (ii) follows", () => {
    const letters = [..."abcdefghij"].map((letter) => `(${letter}) recalling ${letter},`).join("\n");
    const found = behindHead(`We, the cities,\n\n${letters}\n\nagree to\n\n1. act.`);
    expect(found.slice(1, 11).map((line) => line.split(" ")[0])).toEqual([..."abcdefghij"].map((l) => `recital-${l}`));
    const romans = behindHead("We, the cities,\n\n(i) recalling one,\n(ii) recalling two,\n\nagree to\n\n1. act.");
    expect(romans.slice(1, 3)).toEqual([
      "recital-i i recalling: recalling one,",
      "recital-ii ii recalling: recalling two,",
    ]);
  });

  test.each([
    ["A", "A. ", "B. "],
    ["a", "(a) ", "(b) "],
    ["a", "a) ", "b) "],
    ["PP1", "PP1. ", "PP2. "],
    ["1", "(1) ", "(2) "],
  ])("recitals labelled %s", (label, first, second) => {
    const found = read(
      `${head}We, the cities,\n\n${first}recalling one,\n${second}aware of two,\n\ncall on cities to\n\n1. act.`,
    );
    const recitals = found.provisions.filter((provision) => provision.kind === "recital");
    expect(recitals.map((provision) => provision.text)).toEqual(["recalling one,", "aware of two,"]);
    expect(recitals[0]?.label).toBe(label);
    expect(found.provisions.filter((provision) => provision.kind === "recommendation")).toHaveLength(1);
  });

  test("1.2.3 stands inside 1.2, and 2.1 beside it", () => {
    const found = behindHead(
      "We, the cities,\n\nagree to\n\n1.1 plan;\n1.2 train:\n1.2.1 police;\n1.2.2 teachers;\n1.3 report.\n2.1 review.",
    );
    expect(found.slice(2)).toEqual([
      "recommendation-1-1 1.1 plan: plan;",
      "recommendation-1-2 1.2 train: train:",
      "recommendation-1-2-1 1.2.1 -: police;",
      "recommendation-1-2-2 1.2.2 -: teachers;",
      "recommendation-1-3 1.3 report: report.",
      "recommendation-2-1 2.1 review: review.",
    ]);
  });

  test("articles, in words and numbers", () => {
    const text =
      "CHARTE DES VILLES\n\nArticle premier\n\nTous ont droit à la ville.\n\nArticle 2 – Logement\n\n1. Le droit.\n2. Le toit.";
    expect(outline(text).slice(1)).toEqual([
      "article-1 Article premier -: Tous ont droit à la ville.",
      "article-2 Article 2 -: Logement",
      "article-2-1 1 -: Le droit.",
      "article-2-2 2 -: Le toit.",
    ]);
  });

  test("a label that is missing or doubled is kept, with a warning", () => {
    const found = read(
      `${head}We, the cities,\n\na. recalling one,\nc. recalling three,\nc. recalling again,\n\nagree to\n\n1. act.`,
    );
    const recitals = found.provisions.filter((provision) => provision.kind === "recital");
    expect(recitals.map((provision) => provision.eId)).toEqual(["recital-a", "recital-c", "recital-c-b"]);
    expect(found.warnings.map((warning) => warning.line)).toEqual(expect.arrayContaining([8, 9]));
  });

  test("a number in running text is no label", () => {
    expect(outline("A walk\n\nThe council met in\n1998. It decided nothing, as was its custom then.").slice(1)).toEqual(
      ["paragraph-1 - -: The council met in 1998. It decided nothing, as was its custom then."],
    );
  });
});

describe("damage", () => {
  test("an item cut in two by a stray bullet or a page", () => {
    const text =
      "We, the cities,\n\n- a. recalling declarations and other\n\n- commitments of cities,\n- b. aware, also\n\n\n\nof the rest,\n\nagree to\n\n1. act\n\f\ntogether,\n2. learn.";
    expect(behindHead(text)).toEqual([
      "opening - -: We, the cities,",
      "recital-a a recalling: recalling declarations and other commitments of cities,",
      "recital-b b aware: aware, also of the rest,",
      "enacting-formula - agree: agree to",
      "recommendation-1 1 act: act together,",
      "recommendation-2 2 learn: learn.",
    ]);
  });

  test("a footnote or a page number in mid-sentence", () => {
    const text =
      "Report\n\n1 May 2020\n\n# Words\n\nThe city of Graz¹ met with all of\n\n¹ In Austria.\n\n\n\nits friends.\n\nThey spoke of the\n\n7\n\n\n\nfuture.";
    const found = read(text);
    expect(found.provisions.slice(2).map(({ eId, text: words }) => `${eId}: ${words}`)).toEqual([
      "paragraph-1: The city of Graz¹ met with all of its friends.",
      "note-1: In Austria.",
      "paragraph-2: They spoke of the future.",
      "paragraph-3: 7",
    ]);
    expect(found.warnings.some((warning) => warning.message.includes("page number"))).toBe(true);
  });

  test("Windows line ends, a byte order mark, soft hyphens, hard spaces", () => {
    const text =
      "\uFEFFOUTCOME DOCUMENT\r\n\r\n8 February 2022\r\n\r\nWe, the cities,\r\n\r\na.\u00A0recalling hu\u00ADman rights,\r\n\r\nagree to\r\n\r\n1.\u00A0act.";
    expect(outline(text).slice(2)).toEqual([
      "recital-a a recalling: recalling human rights,",
      "enacting-formula - agree: agree to",
      "recommendation-1 1 act: act.",
    ]);
  });

  test("no empty line anywhere", () => {
    const text =
      "OUTCOME DOCUMENT\nGraz, 8 February 2022\nWe, the participants,\na. recalling one; and\nb. recalling two;\nencourage cities to:\n1. plan;\n2. act.";
    expect(
      outline(text)
        .slice(1)
        .map((line) => line.split(" ")[0]),
    ).toEqual(["opening", "recital-a", "recital-b", "enacting-formula", "recommendation-1", "recommendation-2"]);
  });
});

describe("sections", () => {
  test("headings in capitals, numbered, underlined; questions, goals, outcomes by heading or phrase", () => {
    const text = `Report of the forum

Introduction

The forum met in Graz and spoke about many things that matter to the people of the city. The goals were:

- to listen;
- to learn.

Key questions

- Who pays?
- Who decides?

1. Expected results

1. A plan.
2. A budget.

Next steps

We meet again.`;
    expect(read(text).provisions.map(({ eId, text: words }) => `${eId}: ${words.slice(0, 20)}`)).toEqual([
      "preface: Report of the forum",
      "section-2: Introduction",
      "paragraph-1: The forum met in Gra",
      "objective-1: to listen;",
      "objective-2: to learn.",
      "section-3: Key questions",
      "question-1: Who pays?",
      "question-2: Who decides?",
      "section-1: Expected results",
      "outcome-1: A plan.",
      "outcome-2: A budget.",
      "section-4: Next steps",
      "paragraph-2: We meet again.",
    ]);
  });

  test("quotations with a speaker, in all ways to print them", () => {
    const text = `Report of the forum

# Voices

*« We act »*

**Ana Silva, Porto**

“We learn
together.”

*Ben Ode, Lagos*

> We teach.

— Cy Roe, Oslo

"We sing" — Di Poe (Choir)

“Cities” and “towns” are one here.`;
    const quotations = read(text).provisions.filter((provision) => provision.kind === "quotation");
    expect(quotations.map(({ text: words, speaker, affiliation }) => [words, speaker, affiliation])).toEqual([
      ["We act", "Ana Silva", "Porto"],
      ["We learn together.", "Ben Ode", "Lagos"],
      ["We teach.", "Cy Roe", "Oslo"],
      ["We sing", "Di Poe", "Choir"],
    ]);
  });

  test("participants: groups, countries, names broken over lines", () => {
    const text =
      "Report of the forum\n\n# Participants\n\n## Cities\n\nGraz (Austria)\nAssociation of\nTowns (Kenya)\n\n## Others\n\nOffice for\nRights - OFR\nLeague of Cities, Towns\n- LCT\nPorto, Portugal";
    expect(read(text).participants).toEqual([
      { name: "Graz", country: "Austria", group: "Cities" },
      { name: "Association of Towns", country: "Kenya", group: "Cities" },
      { name: "Office for Rights - OFR", country: null, group: "Others" },
      { name: "League of Cities, Towns - LCT", country: null, group: "Others" },
      { name: "Porto", country: "Portugal", group: "Others" },
    ]);
  });
});

describe("languages", () => {
  test("a French declaration", () => {
    const text =
      "Déclaration de Lyon\n\nLyon, le 1er mars 2024\n\nNous, les participants au forum,\n\nRappelant la Déclaration universelle,\n\nProfondément préoccupés par les expulsions,\n\nencourageons les villes à :\n\n1) garantir le logement ;\n\n2) former les élus.";
    const found = read(text);
    expect([found.kind, found.language, found.date]).toEqual(["declaration", "fr", "2024-03-01"]);
    expect(found.provisions.slice(1).map(({ eId, verb }) => `${eId} ${verb}`)).toEqual([
      "opening null",
      "recital-1 rappelant",
      "recital-2 profondément préoccupés",
      "enacting-formula encourageons",
      "recommendation-1 garantir",
      "recommendation-2 former",
    ]);
  });

  test("a Spanish outcome document", () => {
    const text =
      "DOCUMENTO FINAL\n\n7 de febrero de 2025\n\nNosotras, las participantes del foro,\n\na) recordando la Declaración Universal,\nb) teniendo en cuenta los objetivos,\n\nexhortamos a los gobiernos locales a:\n\n1. adoptar un compromiso;\n2. formar al personal.";
    const found = read(text);
    expect([found.kind, found.language, found.date]).toEqual(["outcome-document", "es", "2025-02-07"]);
    expect(found.provisions.filter(({ kind }) => kind === "recital").map(({ verb }) => verb)).toEqual([
      "recordando",
      "teniendo en cuenta",
    ]);
    expect(found.provisions.filter(({ kind }) => kind === "recommendation")).toHaveLength(2);
  });
});

test("plain prose: a title and paragraphs, and warnings for what is not known", () => {
  const found = read("A walk\n\nThe city was quiet.\n\nThen it rained.");
  expect(found.provisions.map(({ eId }) => eId)).toEqual(["preface", "paragraph-1", "paragraph-2"]);
  expect(found.kind).toBe("guidance");
  expect(found.warnings.every((warning) => warning.line > 0)).toBe(true);
  expect(found.warnings.map((warning) => warning.message).join(" ")).toContain("guidance");
});
