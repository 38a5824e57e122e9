import { describe, expect, test } from "vitest";
import { decodeText } from "~/domain/documents/import/decode-text";
import { brief, declaration, readSample } from "./read-sample";

describe("metadata at the head of a file", () => {
  const text = (head: string) => `---\n${head}\n---\n\nWe, the cities,\n\n*Recalling* rights,\n\nagree to:\n\n1. Act.`;

  test("gives title, date, language, event and kind; its lines stand in the preface", () => {
    const found = readSample(
      text('title: "Local Rights"\ndate: 2023-11-17\nlang: fr\nevent: Forum\ntype: charter\ntags:\n  - rights'),
    );
    expect(found).toMatchObject({
      title: "Local Rights",
      date: "2023-11-17",
      language: "fr",
      event: "Forum",
      kind: "charter",
    });
    expect(found.provisions[0]).toMatchObject({ eId: "preface", text: expect.stringContaining("tags:\n  - rights") });
    expect(found.provisions.map(({ eId }) => eId).slice(1)).toEqual([
      "opening",
      "recital-1",
      "enacting-formula",
      "recommendation-1",
    ]);
  });

  test("that cannot be read stays text, with a warning", () => {
    const { provisions, warnings } = readSample(text("title: [Local"));
    expect(provisions.map(({ text: words }) => words).join(" ")).toContain("title: [Local");
    expect(warnings).toContainEqual({ line: 2, message: expect.stringContaining("no readable metadata") });
  });
});

describe("a list that ran into one paragraph", () => {
  test("below a recital and below a recommendation", () => {
    const text =
      "Bearing in mind that (a) cities host most; (b) they have the fewest means; and (c) all are equal,\n\nagree:\n\n1. To open our services. We shall: (a) issue cards; (b) train staff.\n\n2. To meet.";
    expect(declaration(text)).toEqual([
      "recital-1: Bearing in mind that",
      "recital-1-a: cities host most;",
      "recital-1-b: they have the fewest means; and",
      "recital-1-c: all are equal,",
      "enacting-formula: agree:",
      "recommendation-1: To open our services. We shall:",
      "recommendation-1-a: issue cards;",
      "recommendation-1-b: train staff.",
      "recommendation-2: To meet.",
    ]);
  });

  test("numbered, behind the words that introduce it, with a warning", () => {
    const text = "agreed on the following: 1. Publish data. 2. Train officers. 3. Slow down near schools.";
    expect(declaration(text)).toEqual([
      "enacting-formula: agreed on the following:",
      "recommendation-1: Publish data.",
      "recommendation-2: Train officers.",
      "recommendation-3: Slow down near schools.",
    ]);
    expect(readSample(`Statement\n\n1 May 2020\n\nThe participants,\n\n${text}`).warnings).toContainEqual({
      line: 7,
      message: "A list ran into one paragraph: its items 1 to 3 were parted.",
    });
  });

  test("parts within parts", () => {
    const text = "Agree:\n\n1. Cities: a) count; b) pay. 2. States: a) fund; b) listen. 3. Networks share.";
    expect(declaration(text).map((line) => line.split(":")[0])).toEqual(
      "enacting-formula recommendation-1 recommendation-1-a recommendation-1-b recommendation-2 recommendation-2-a recommendation-2-b recommendation-3".split(
        " ",
      ),
    );
  });

  test.each([
    "The cities asked for three things: (1) more data, (2) more time, and (3) more money. Nobody objected.",
    "To ask States to (i) transfer means, (ii) consult us and (iii) publish what was agreed.",
    "See (a) the charter and (b) the report.",
  ])("a sentence that counts its parts stays whole: %s", (sentence) => {
    expect(brief(`Report\n\n1 May 2020\n\n# Words\n\n${sentence}`).at(-1)).toBe(`paragraph-1: ${sentence}`);
  });
});

describe("labels", () => {
  test.each([
    ["R1. ", "R2. ", "R1"],
    ["R.1 ", "R.2 ", "R.1"],
    ["Rec. 1 ", "Rec. 2 ", "Rec. 1"],
    ["Recommendation 1: ", "Recommendation 2: ", "Recommendation 1"],
    ["Recomendación 1.- ", "Recomendación 2.- ", "Recomendación 1"],
    ["1º ", "2º ", "1º"],
    ["1°) ", "2°) ", "1°"],
    ["1/ ", "2/ ", "1"],
    ["1 – ", "2 – ", "1"],
  ])("“%s”", (first, second, label) => {
    const text = `Report\n\n1 May 2020\n\n# Recommendations\n\n${first}Adopt a charter.\n${second}Train all staff.`;
    expect(readSample(text).provisions.slice(2)).toMatchObject([
      { eId: "recommendation-1", label, verb: "adopt", heading: null, text: "Adopt a charter." },
      { eId: "recommendation-2", verb: "train", text: "Train all staff." },
    ]);
  });
});

describe("the end", () => {
  test("the place and day of adoption are no part of the last article", () => {
    const text =
      "Charter\n\n3 July 2018\n\nArticle 1\nPurpose\n\nWe help.\n\nArticle 2\nHelp\n\n1. Soon.\n\nDone at Praia on 3 July 2018.";
    expect(readSample(text).provisions.slice(1)).toMatchObject([
      { eId: "article-1", heading: "Purpose", text: "Purpose\n\nWe help." },
      { eId: "article-2", heading: "Help" },
      { eId: "article-2-1" },
      { eId: "paragraph-1", parentEId: null, text: "Done at Praia on 3 July 2018." },
    ]);
  });

  test("a table of signatories, by the words at the head of its columns", () => {
    const text =
      "Report\n\n5 June 2019\n\n# Words\n\nAll spoke.\n\n# Signatories\n\n| No. | City | Country | Role |\n|---|---|---|---|\n| 1 | Kigali | Rwanda | Host |\n| 2 | Accra | Ghana | Member |\n\n© 2019 Forum";
    expect(readSample(text).participants).toEqual([
      { name: "Kigali", country: "Rwanda", group: null },
      { name: "Accra", country: "Ghana", group: null },
    ]);
  });
});

test("articles, numbered paragraphs and incisos of Brazilian law", () => {
  const text =
    "CARTA DAS CIDADES\n\n28 de janeiro de 2022\n\nArt. 1º Esta Carta reúne municípios.\n\n§ 1º A adesão é livre.\n\nArt. 2º São compromissos:\n\nI – elaborar um plano;\n\nII – criar uma ouvidoria:\n\na) com orçamento.";
  expect(readSample(text).provisions.slice(1)).toMatchObject([
    { eId: "article-1", label: "Art. 1º", heading: null, text: "Esta Carta reúne municípios." },
    { eId: "article-1-1", label: "§ 1º" },
    { eId: "article-2", heading: null, text: "São compromissos:" },
    { eId: "article-2-i", verb: "elaborar" },
    { eId: "article-2-ii" },
    { eId: "article-2-ii-a" },
  ]);
});

test("clauses below CONSIDERANDO that begin with “Que”, behind a title that says where and when", () => {
  const text =
    "ACTA DEL ENCUENTRO\n\nEn Rosario, a los 15 días del mes de marzo de 2019, las defensorías firmantes,\n\nCONSIDERANDO:\n\nQue abren la puerta;\n\nQue les faltan recursos;\n\nACUERDAN:\n\nPRIMERA.- Crear una red.";
  expect(readSample(text)).toMatchObject({ date: "2019-03-15", kind: "declaration" });
  expect(brief(text).slice(1)).toEqual([
    "formula-1: CONSIDERANDO:",
    "recital-1: Que abren la puerta;",
    "recital-2: Que les faltan recursos;",
    "enacting-formula: ACUERDAN:",
    "recommendation-primera: Crear una red.",
  ]);
});

test("groups of participants where not all have a country, one paragraph each or a title above", () => {
  const list = (names: string) =>
    readSample(`Report\n\n1 May 2020\n\n# Participants\n\n${names}`).participants.map(
      ({ name, group }) => `${name} | ${group}`,
    );
  expect(list("Cities\nSfax (Tunisia)\nLyon (France)\n\nNetworks\nUCLG (Spain)\nUN-Habitat")).toEqual(
    list("Cities\n\nSfax (Tunisia)\nLyon (France)\n\nNetworks\n\nUCLG (Spain)\nUN-Habitat"),
  );
  expect(list("Cities\nSfax (Tunisia)\nLyon (France)\n\nNetworks\nUCLG (Spain)\nUN-Habitat").at(-1)).toBe(
    "UN-Habitat | Networks",
  );
});

test("a report in German: who recommends opens no preamble, the verb is last, a quotation, countries", () => {
  const text =
    "Bericht\n\n8. Mai 2023\n\n1. Empfehlungen\n\nDie Teilnehmenden empfehlen den Städten:\n\na) Bürger-\nund Menschenrechte zu achten;\nb) Stellen einzurichten.\n\n„Rechte beginnen hier.“\nElke Lang, Bürgermeisterin von Graz\n\n2. Teilnehmende\n\nWien, Österreich\nKöln, Deutschland";
  const found = readSample(text);
  expect(found.provisions.slice(1)).toMatchObject([
    { eId: "section-1" },
    { kind: "paragraph" },
    { eId: "recommendation-a", text: "Bürger- und Menschenrechte zu achten;", verb: null },
    { eId: "recommendation-b", verb: null },
    { kind: "quotation", speaker: "Elke Lang", affiliation: "Bürgermeisterin von Graz" },
    { eId: "section-2" },
  ]);
  expect(found.participants.map(({ country }) => country)).toEqual(["Österreich", "Deutschland"]);
});

describe("recommendations go on", () => {
  test("behind “hereby:” in one numbering, and behind “and to”", () => {
    expect(
      declaration(
        "1. *Recalling* rights,\n2. *Noting* data,\n\nhereby:\n\n3. **Commit** to act;\n\nand to\n\n4. meet.",
      ),
    ).toEqual([
      "recital-1: Recalling rights,",
      "recital-2: Noting data,",
      "enacting-formula: hereby:",
      "recommendation-3: Commit to act;",
      "formula-1: and to",
      "recommendation-4: meet.",
    ]);
  });

  test("below headings in bold that say to whom", () => {
    const text = "Noting data,\n\n**Recommend:**\n\n**To States**\n\n1. to pay;\n\n**To cities**\n\n2. to plan.";
    expect(declaration(text)).toEqual([
      "recital-1: Noting data,",
      "enacting-formula: Recommend:",
      "section-1: To States",
      "recommendation-1: to pay;",
      "section-2: To cities",
      "recommendation-2: to plan.",
    ]);
  });
});

test("quote marks, dashes and apostrophes of Windows-1252 are read", () => {
  const bytes = Buffer.from([0x4c, 0x92, 0x65, 0x61, 0x75, 0x20, 0x96, 0x20, 0x93, 0xe9, 0x94]);
  expect(decodeText(bytes).text).toBe("L’eau – “é”");
});

test("the verb behind a word that says what an item is about; a paragraph at its margin is its own", () => {
  const text =
    "# Declaración\n\n30 de junio de 2022\n\nNosotras, las ciudades,\n\n**Nos comprometemos a:**\n\n1. **Vivienda.** Destinar suelo público.\n\n   Esto incluye:\n\n   a) edificios;\n\n   b) terrenos.\n\n2. **Datos**: Publicar todo.";
  expect(readSample(text).provisions.slice(3)).toMatchObject([
    { eId: "recommendation-1", verb: "destinar", text: "Vivienda. Destinar suelo público.\n\nEsto incluye:" },
    { eId: "recommendation-1-a" },
    { eId: "recommendation-1-b" },
    { eId: "recommendation-2", verb: "publicar" },
  ]);
});
