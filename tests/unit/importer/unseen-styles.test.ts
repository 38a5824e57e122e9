import { describe, expect, test } from "vitest";
import { datesIn } from "~/domain/documents/import/dates";
import { findStructure } from "~/domain/documents/import/find-structure";
import { openingVerb } from "~/domain/documents/import/opening-words";
import { toSourceLines } from "~/domain/documents/import/source-lines";

const read = (text: string) => findStructure(toSourceLines(text), "sample.txt");
const brief = (text: string) => read(text).provisions.map(({ eId, text: words }) => `${eId}: ${words}`);

test.each([
  ["Hereby declare our commitment to:", "declare"],
  ["to audit their algorithms;", "audit"],
  ["Adopter des budgets participatifs", "adopter"],
  ["Transférer des ressources aux villes", "transférer"],
  ["Destinar los recursos", "destinar"],
  ["Maire de la ville", null],
  ["Review of budgets", null],
])("the verb of “%s”", (text, verb) => {
  expect(openingVerb(text, null, text.startsWith("Maire") || text.startsWith("Review"))).toBe(verb);
});

test("a heading in the line is no verb, but its first word is", () => {
  expect(openingVerb("Adopt charters. Cities should.", "Adopt charters.", false)).toBe("adopt");
});

test.each([
  ["1.º de junio de 2021", "2021-06-01"],
  ["Amsterdam, 24/05/2022", "2022-05-24"],
  ["05/24/2022", "2022-05-24"],
  ["24.5.2022", "2022-05-24"],
])("the date %s", (text, date) => {
  expect(datesIn(text)[0]?.date).toBe(date);
});

describe("quotations", () => {
  const report = (quotation: string) =>
    read(`Report of the Forum\n\n1 May 2020\n\n# Words\n\n${quotation}\n\nThey went home.`).provisions.find(
      ({ kind }) => kind === "quotation",
    );

  test.each([
    ["“Rights are real.”\nJean Dupont (Mayor of Lyon, France)", "Jean Dupont", "Mayor of Lyon, France"],
    ["« Nous devons agir. »\nFatou Diop, maire de Pikine", "Fatou Diop", "maire de Pikine"],
    ["«Sin presupuesto no hay derechos». — Lucía Pérez, Montevideo", "Lucía Pérez", "Montevideo"],
    ['"La ciudad es de todas."\n(Jorge Ruiz, Quito)', "Jorge Ruiz", "Quito"],
    ["> “Rights are real.”\n>\n> — **Ana Torres**, Lima", "Ana Torres", "Lima"],
  ])("%s", (text, speaker, affiliation) => {
    expect(report(text)).toMatchObject({ speaker, affiliation });
  });
});

describe("participants", () => {
  const list = (names: string) =>
    read(`Report of the Forum\n\n1 May 2020\n\n# Participants\n\n${names}`).participants.map(
      ({ name, country, group }) => `${name} | ${country} | ${group}`,
    );

  test("cities behind their country", () => {
    expect(list("France : Nantes, Paris et Lyon\nSénégal : Pikine")).toEqual([
      "Nantes | France | null",
      "Paris | France | null",
      "Lyon | France | null",
      "Pikine | Sénégal | null",
    ]);
  });

  test("numbered names, and names that countries have in lists", () => {
    expect(list("Cities:\n1. Seoul, Republic of Korea\n2. Ankara, Türkiye")).toEqual([
      "Seoul | Republic of Korea | Cities",
      "Ankara | Türkiye | Cities",
    ]);
  });

  test("groups in capitals, names on one line", () => {
    const text =
      "Report\n\n1 May 2020\n\nLIST OF PARTICIPANTS\n\nCITIES\n\nRiga (Latvia); Tartu (Estonia)\n\nUNIVERSITIES\n\nUniversity of Graz, Austria";
    expect(read(text).participants.map(({ name, group }) => `${name} | ${group}`)).toEqual([
      "Riga | CITIES",
      "Tartu | CITIES",
      "University of Graz | UNIVERSITIES",
    ]);
  });

  test("a group of one, below its title", () => {
    expect(list("Gobiernos locales\nQuito (Ecuador)\nLima (Perú)\n\nSociedad civil\nHIC (México)").at(-1)).toBe(
      "HIC | México | Sociedad civil",
    );
  });
});

describe("pages", () => {
  test("a name cut by a page between two labels, and lines that the pages repeat", () => {
    const text =
      "Outcome Document\n\nof the Forum, 2 March 2025\n\nWe, the participants,\n\na. recalling the City of New\n\fForum 2025\nYork has reported,\n\nb. aware of data,\n\nagree to\n\n1. write to the High\n\fForum 2025\n\nCommissioner for Rights.\n\n2. learn.";
    const found = read(text);
    expect(found.provisions.slice(2).map(({ eId, text: words }) => `${eId}: ${words}`)).toEqual([
      "recital-a: recalling the City of New York has reported,",
      "paragraph-1: Forum 2025",
      "recital-b: aware of data,",
      "enacting-formula: agree to",
      "recommendation-1: write to the High Commissioner for Rights.",
      "paragraph-2: Forum 2025",
      "recommendation-2: learn.",
    ]);
    expect(found.warnings.filter(({ message }) => message.includes("repeat"))).toHaveLength(2);
  });

  test("the last recital cut by a page; a quotation among recommendations", () => {
    const text =
      "Outcome Document\n\n2 March 2025\n\nWe, the participants,\n\na. aware of the City of New\n\f\nYork,\n\nagree to\n\n1. act.\n\n“Rights are real.”\n\n— Ana Torres, Lima";
    expect(brief(text).slice(2)).toEqual([
      "recital-a: aware of the City of New York,",
      "enacting-formula: agree to",
      "recommendation-1: act.",
      "quotation-1: Rights are real.",
    ]);
  });

  test("numbered notes between the halves of a sentence", () => {
    const text =
      "Report\n\n1 May 2020\n\n# Words\n\nThe city of Graz¹ met with all of\n\n1) In Austria.\n2) Resolution of\n19 December 2014.\n\n12\n\nits friends.";
    expect(brief(text).slice(2)).toEqual([
      "paragraph-1: The city of Graz¹ met with all of its friends.",
      "note-1: In Austria.",
      "note-2: Resolution of 19 December 2014.",
      "paragraph-2: 12",
    ]);
  });
});

describe("sections", () => {
  test("Roman numbers and bare numbers begin headings", () => {
    const romans =
      "Informe\n\n4 de marzo de 2020\n\nI. Antecedentes\n\nLa ciudad habla.\n\nII. Objetivos\n\n1. Crear.\n2. Unir.";
    expect(brief(romans).slice(1)).toEqual([
      "section-1: Antecedentes",
      "paragraph-1: La ciudad habla.",
      "section-2: Objetivos",
      "objective-1: Crear.",
      "objective-2: Unir.",
    ]);
    const bare = "Meeting report\n\n1 May 2020\n\n1 Introduction\n\nThe city spoke.\n\n2 Findings\n\nThe city knew.";
    expect(brief(bare).slice(1)).toEqual([
      "section-1: Introduction",
      "paragraph-1: The city spoke.",
      "section-2: Findings",
      "paragraph-2: The city knew.",
    ]);
  });

  test("expected outcomes behind key questions; works one a line", () => {
    const text =
      "CONCEPT NOTE\n\n1 May 2020\n\nKey questions:\n\n1. Who pays?\n2. Who asks?\n\nExpected outcomes\n\n– A toolkit\n– A network\n\nFurther reading\n\nOHCHR, Budgets (2017).\nUCLG, Charter (2011).";
    expect(brief(text).slice(1)).toEqual([
      "section-1: Key questions:",
      "question-1: Who pays?",
      "question-2: Who asks?",
      "section-2: Expected outcomes",
      "outcome-1: A toolkit",
      "outcome-2: A network",
      "section-3: Further reading",
      "reference-1: OHCHR, Budgets (2017).",
      "reference-2: UCLG, Charter (2011).",
    ]);
  });

  test("bullets below an item that has no colon", () => {
    const text = "Report\n\n1 May 2020\n\nRECOMMENDATIONS\n\n1. Cities should\n\n* plan;\n* share;\n\n2. Pay.";
    expect(brief(text).slice(2)).toEqual([
      "recommendation-1: Cities should",
      "recommendation-1-item-1: plan;",
      "recommendation-1-item-2: share;",
      "recommendation-2: Pay.",
    ]);
  });

  test("participants who recommend open no preamble", () => {
    const text =
      "Rapport\n\n1 mai 2020\n\n1. Recommandations\n\nLes participants recommandent aux villes de :\n\na) agir ;\nb) former.";
    expect(brief(text).slice(2)).toEqual([
      "paragraph-1: Les participants recommandent aux villes de :",
      "recommendation-a: agir ;",
      "recommendation-b: former.",
    ]);
  });
});

describe("operative part", () => {
  const declaration = (body: string) =>
    brief(`DECLARATION\n\n1 May 2020\n\nThe participants,\n\nRecalling rights,\n\n${body}`).slice(3);

  test("a second phrase that introduces, numbers going on or bullets", () => {
    expect(declaration("Agree:\n\n1. to plan;\n\nCall upon States to:\n\n2. share.")).toEqual([
      "enacting-formula: Agree:",
      "recommendation-1: to plan;",
      "formula-1: Call upon States to:",
      "recommendation-2: share.",
    ]);
    expect(declaration("Recommend to cities:\n\n• to plan;\n\nRecommend to States:\n\n• to share.")).toEqual([
      "enacting-formula: Recommend to cities:",
      "recommendation-1: to plan;",
      "formula-1: Recommend to States:",
      "recommendation-2: to share.",
    ]);
  });

  test("in capitals, and counted in words", () => {
    expect(declaration("HEREBY AGREE AS FOLLOWS:\n\nI. To plan.\n\nII. To share.")[0]).toBe(
      "enacting-formula: HEREBY AGREE AS FOLLOWS:",
    );
    expect(declaration("Acordamos:\n\nPrimero. Crear.\n\nSegundo. Unir.").slice(1)).toEqual([
      "recommendation-primero: Crear.",
      "recommendation-segundo: Unir.",
    ]);
  });
});

test("labels upon labels are read in time, without an overflow", () => {
  const started = performance.now();
  read(`OUTCOME DOCUMENT\n\n1 May 2020\n\nWe, the cities,\n\n${"a. ".repeat(50_000)}\n${"a.\n".repeat(20_000)}end.`);
  expect(performance.now() - started).toBeLessThan(10_000);
});
