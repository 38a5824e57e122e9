import { describe, expect, test } from "vitest";
import { decodeText } from "~/domain/documents/import/decode-text";
import { findStructure } from "~/domain/documents/import/find-structure";
import { toSourceLines } from "~/domain/documents/import/source-lines";

const read = (text: string) => findStructure(toSourceLines(text), "sample.txt");
const brief = (text: string) =>
  read(text).provisions.map(({ eId, text: words }) => `${eId}: ${words.replaceAll("\n\n", " / ")}`);
const declaration = (body: string) => brief(`DECLARATION\n\n1 May 2020\n\nThe participants,\n\n${body}`).slice(2);

describe("metadata at the head of a file", () => {
  const text = (head: string) => `---\n${head}\n---\n\nWe, the cities,\n\n*Recalling* rights,\n\nagree to:\n\n1. Act.`;

  test("gives title, date, language, event and kind; its lines stand in the preface", () => {
    const found = read(
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
    const { provisions, warnings } = read(text("title: [Local"));
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
    expect(read(`Statement\n\n1 May 2020\n\nThe participants,\n\n${text}`).warnings).toContainEqual({
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
    expect(read(text).provisions.slice(2)).toMatchObject([
      { eId: "recommendation-1", label, verb: "adopt", heading: null, text: "Adopt a charter." },
      { eId: "recommendation-2", verb: "train", text: "Train all staff." },
    ]);
  });
});

test.each([
  ["de", "Wir, die Städte,", "in der Erkenntnis, dass Rechte gelten,", "in der erkenntnis", "kommen überein,"],
  ["de", "Der Rat der Städte,", "unter Hinweis auf die Charta,", "unter hinweis", "beschließen:"],
  ["de", "Wir, die Städte,", "in Anerkennung der Arbeit vieler,", "in anerkennung", "verpflichten uns,"],
  ["pt", "Nós, prefeitas e prefeitos,", "Reconhecendo o direito à cidade,", "reconhecendo", "Comprometemo-nos a:"],
  ["pt", "Os municípios reunidos,", "Tendo em conta a Agenda,", "tendo em conta", "Exortam os Estados a:"],
  ["it", "Noi, sindaci,", "consapevoli delle responsabilità,", "consapevoli", "ci impegniamo a:"],
  ["it", "Noi, sindaci,", "riconoscendo i diritti di tutte e di tutti,", "riconoscendo", "invitiamo le città a:"],
  ["nl", "Wij, de burgemeesters,", "gelet op de Verklaring van de Rechten,", "gelet op", "verklaren het volgende:"],
  ["nl", "Wij, de burgemeesters,", "overwegende dat rechten dichtbij beginnen,", "overwegende", "besluiten:"],
  ["fr", "Nous, maires,", "Compte tenu de la crise,", "compte tenu", "Décidons de :"],
])("%s: %s", (_, opening, recital, verb, enacting) => {
  expect(
    read(`Text\n\n9 May 2020\n\n${opening}\n\n${recital}\n\n${enacting}\n\n1. xyz.`).provisions.slice(1),
  ).toMatchObject([
    { eId: "opening", text: opening },
    { eId: "recital-1", verb, text: recital },
    { eId: "enacting-formula", text: enacting },
    { eId: "recommendation-1" },
  ]);
});

describe("preambles", () => {
  test("whereas …; and, be it resolved", () => {
    const text =
      "A RESOLUTION ON RIGHTS\n\nJune 10, 2019\n\nWHEREAS, cities count; and\n\nWHEREAS, rights are lived there,\n\nNOW, THEREFORE, BE IT RESOLVED, that cities act; and\n\nBE IT FURTHER RESOLVED, that others hear of it.";
    expect(brief(text).slice(1)).toEqual([
      "recital-1: WHEREAS, cities count; and",
      "recital-2: WHEREAS, rights are lived there,",
      "recommendation-1: NOW, THEREFORE, BE IT RESOLVED, that cities act; and",
      "recommendation-2: BE IT FURTHER RESOLVED, that others hear of it.",
    ]);
  });

  test("lettered parts and bullets below recitals without letters", () => {
    const text =
      "Noting that:\n\n(a) lakes dry;\n\n(b) fish die;\n\nRecalling that:\n\n- water is a right;\n- so is food;\n\nConvinced of action,\n\nDecide to:\n\n1. measure.";
    expect(declaration(text)).toEqual([
      "recital-1: Noting that:",
      "recital-1-a: lakes dry;",
      "recital-1-b: fish die;",
      "recital-2: Recalling that:",
      "recital-2-item-1: water is a right;",
      "recital-2-item-2: so is food;",
      "recital-3: Convinced of action,",
      "enacting-formula: Decide to:",
      "recommendation-1: measure.",
    ]);
  });

  test("one numbering from considerations to decisions", () => {
    const text =
      "Resolution 12 (2023)\n\n1. The Assembly notes that climate touches all.\n\n2. It is deeply concerned that towns lack means.\n\n3. The Assembly therefore calls on States to:\n\n3.1. consult;\n\n3.2. pay.\n\n4. It also invites towns to plan.";
    expect(read(text).provisions.slice(1)).toMatchObject([
      { eId: "recital-1", verb: "notes" },
      { eId: "recital-2", verb: "is deeply concerned" },
      { eId: "recommendation-3", verb: "calls on" },
      { eId: "recommendation-3-1" },
      { eId: "recommendation-3-2" },
      { eId: "recommendation-4", verb: "invites" },
    ]);
  });

  test("any commission that meets somewhere may speak", () => {
    const text =
      "Resolution on Water\n\nThe African Commission (the Commission), meeting from 20 October to 9 November 2022:\n\nRecalling its mandate;\n\nThe Commission:\n\ni. Urges cities to act;\n\nii. Asks States to pay.\n\nDone in Banjul on 9 November 2022";
    expect(read(text).date).toBe("2022-11-09");
    expect(brief(text).map((line) => line.split(":")[0])).toEqual(
      "preface opening recital-1 enacting-formula recommendation-i recommendation-ii paragraph-1".split(" "),
    );
  });
});

describe("the end", () => {
  test("the place and day of adoption are no part of the last article", () => {
    const text =
      "Charter\n\n3 July 2018\n\nArticle 1\nPurpose\n\nWe help.\n\nArticle 2\nHelp\n\n1. Soon.\n\nDone at Praia on 3 July 2018.";
    expect(read(text).provisions.slice(1)).toMatchObject([
      { eId: "article-1", heading: "Purpose", text: "Purpose\n\nWe help." },
      { eId: "article-2", heading: "Help" },
      { eId: "article-2-1" },
      { eId: "paragraph-1", parentEId: null, text: "Done at Praia on 3 July 2018." },
    ]);
  });

  test("a table of signatories, by the words at the head of its columns", () => {
    const text =
      "Report\n\n5 June 2019\n\n# Words\n\nAll spoke.\n\n# Signatories\n\n| No. | City | Country | Role |\n|---|---|---|---|\n| 1 | Kigali | Rwanda | Host |\n| 2 | Accra | Ghana | Member |\n\n© 2019 Forum";
    expect(read(text).participants).toEqual([
      { name: "Kigali", country: "Rwanda", group: null },
      { name: "Accra", country: "Ghana", group: null },
    ]);
  });
});

test("articles, numbered paragraphs and incisos of Brazilian law", () => {
  const text =
    "CARTA DAS CIDADES\n\n28 de janeiro de 2022\n\nArt. 1º Esta Carta reúne municípios.\n\n§ 1º A adesão é livre.\n\nArt. 2º São compromissos:\n\nI – elaborar um plano;\n\nII – criar uma ouvidoria:\n\na) com orçamento.";
  expect(read(text).provisions.slice(1)).toMatchObject([
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
  expect(read(text)).toMatchObject({ date: "2019-03-15", kind: "declaration" });
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
    read(`Report\n\n1 May 2020\n\n# Participants\n\n${names}`).participants.map(
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
  const found = read(text);
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
  expect(read(text).provisions.slice(3)).toMatchObject([
    { eId: "recommendation-1", verb: "destinar", text: "Vivienda. Destinar suelo público.\n\nEsto incluye:" },
    { eId: "recommendation-1-a" },
    { eId: "recommendation-1-b" },
    { eId: "recommendation-2", verb: "publicar" },
  ]);
});
