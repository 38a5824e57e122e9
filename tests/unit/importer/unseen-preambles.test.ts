import { describe, expect, test } from "vitest";
import { brief, declaration, readSample } from "./read-sample";

describe("who speaks", () => {
  test.each([
    ["The Working Group on Safe Streets,", "Recalling its statement,"],
    ["Las ciudades firmantes,", "Conscientes de su deber,"],
    ["Le Conseil des maires,", "Rappelant la Charte,"],
    ["THE CITIES OF THE RIVER,", "Whereas:\n\n(1) Water has no borders."],
  ])("%s", (speaker, recital) => {
    expect(brief(`Declaration\n\n9 May 2020\n\n${speaker}\n\n${recital}`)[1]).toBe(`opening: ${speaker}`);
  });

  test("a line of the title that ends with a comma speaks nothing", () => {
    expect(readSample("The Human Rights City,\n\nA Promise\n\n9 May 2020\n\nCities promise.").title).toBe(
      "The Human Rights City,",
    );
  });
});

describe("a word that introduces all recitals", () => {
  test("numbered ones behind it, numbered decisions behind the next", () => {
    const text =
      "DECLARACIÓN DE QUITO\n\n20 de octubre de 2022\n\nNosotras, alcaldesas,\n\nCONSIDERANDO\n\n1. Que el cuidado es un derecho;\n\n2. Que falta tiempo;\n\nDECLARAMOS\n\n1. Nuestro compromiso:\n\n1.1. con datos;\n\n2. La voluntad de medir.";
    expect(brief(text).slice(2)).toEqual([
      "formula-1: CONSIDERANDO",
      "recital-1: Que el cuidado es un derecho;",
      "recital-2: Que falta tiempo;",
      "enacting-formula: DECLARAMOS",
      "recommendation-1: Nuestro compromiso:",
      "recommendation-1-1: con datos;",
      "recommendation-2: La voluntad de medir.",
    ]);
  });

  test("bullets behind each of several", () => {
    const text =
      "# Déclaration finale\n\n21 mars 2022\n\nNous, participants,\n\n**Considérant :**\n\n* l'accès inégal ;\n* la pollution ;\n\n**Rappelant :**\n\n* l'Agenda 2030 ;\n\n**Recommandons de :**\n\n1. Agir.";
    expect(brief(text).slice(2)).toEqual([
      "formula-1: Considérant :",
      "recital-1: l'accès inégal ;",
      "recital-2: la pollution ;",
      "formula-2: Rappelant :",
      "recital-3: l'Agenda 2030 ;",
      "enacting-formula: Recommandons de :",
      "recommendation-1: Agir.",
    ]);
  });

  test("articles behind an enacting formula in capitals", () => {
    const text =
      "CHARTER\n\n9 May 2020\n\nWe, the cities,\n\nWhereas:\n\n(1) Floods hit:\n\n(a) tenants;\n\n(b) the poor.\n\nHAVE ADOPTED THIS CHARTER:\n\nArticle 1\nDuties\n\nCities shall warn.";
    expect(brief(text).slice(2)).toEqual([
      "formula-1: Whereas:",
      "recital-1: Floods hit:",
      "recital-1-a: tenants;",
      "recital-1-b: the poor.",
      "enacting-formula: HAVE ADOPTED THIS CHARTER:",
      "article-1: Duties / Cities shall warn.",
    ]);
  });
});

test("bullets below a recital without a colon are its parts, whatever they begin with", () => {
  const text =
    "# Outcome Document\n\n12 May 2021\n\nWe, the participants,\n\n*Bearing in mind* that\n\n- women carry most;\n- ageing residents lose first,\n\n*Affirming* rights,\n\nagree to:\n\n1. Invest in\n   - nurses;\n   - clinics.\n2. Meet.";
  expect(brief(text).slice(2)).toEqual([
    "recital-1: Bearing in mind that",
    "recital-1-item-1: women carry most;",
    "recital-1-item-2: ageing residents lose first,",
    "recital-2: Affirming rights,",
    "enacting-formula: agree to:",
    "recommendation-1: Invest in",
    "recommendation-1-item-1: nurses;",
    "recommendation-1-item-2: clinics.",
    "recommendation-2: Meet.",
  ]);
});

test("Roman recommendations right behind lettered recitals", () => {
  const text =
    "Statement\n\n15 January 2018\n\nThe participants,\n\nA. Recalling 2016,\n\nB. Aware that speed kills,\n\nI. Urges cities to act.\n\nII. Asks ministries to act.";
  expect(brief(text).slice(2)).toEqual([
    "recital-a: Recalling 2016,",
    "recital-b: Aware that speed kills,",
    "recommendation-i: Urges cities to act.",
    "recommendation-ii: Asks ministries to act.",
  ]);
});

describe("headings", () => {
  test("1.2 right above 1.2.1", () => {
    const text =
      "Guidelines\n\n5 March 2023\n\n1 Introduction\n\nThese explain.\n\n1.1 Purpose\n\nThe purpose is help.\n\n1.2 Scope\n\n1.2.1 They apply to budgets.\n\n1.2.2 They apply to all.";
    expect(brief(text).slice(5)).toEqual([
      "section-1-2: Scope",
      "item-1: They apply to budgets.",
      "item-2: They apply to all.",
    ]);
  });

  test("the title of an article right above its text; a number with a degree sign", () => {
    const text =
      "Charter\n\n5 March 2023\n\nArticle 1 – Housing first\nCities shall offer a home to everyone who has none before all else.\n\nArtículo 2°.- Tarifas\n\nLa tarifa social es obligatoria.";
    expect(readSample(text).provisions.slice(1)).toMatchObject([
      { heading: "Housing first", text: expect.stringContaining("\n\nCities shall") },
      { label: "Artículo 2°", heading: "Tarifas" },
    ]);
  });

  test("a numbered annex with the list of participants", () => {
    const text =
      "Report\n\n5 June 2019\n\n# Opening\n\nThe mayor spoke.\n\nAnnex I: List of participants\n\nCities\nAna Horvat, Croatia\nPiotr Nowak, Poland";
    expect(readSample(text).participants.map(({ name, group }) => `${name} | ${group}`)).toEqual([
      "Ana Horvat | Cities",
      "Piotr Nowak | Cities",
    ]);
  });
});

describe("lists, tables and titles", () => {
  test("a heading ends a list inside a list, and the outer one goes on below it", () => {
    const text =
      "# Rapport\n\n7 mai 2020\n\n## Recommandations\n\n### Aux communes\n\n1. Publier :\n    1. en ligne ;\n    2. en mairie ;\n\n### Aux États\n\n3. Financer.";
    expect(brief(text).slice(-2)).toEqual(["section-1-2: Aux États", "recommendation-3: Financer."]);
  });

  test("numbered principles are headings, from the first", () => {
    const text =
      "Guiding Principles\n\n17 May 2014\n\nPrinciple 1: Rights\n\n1.1 The city respects rights.\n\nPrinciple 2: Equality\n\n2.1 The city treats all alike.";
    expect(brief(text).slice(1)).toEqual([
      "section-1: Principle 1: Rights",
      "item-1: The city respects rights.",
      "section-2: Principle 2: Equality",
      "item-2: The city treats all alike.",
    ]);
  });

  test("a table of participants in Markdown: its head and its bars are nobody", () => {
    const text =
      "# Report\n\n7 May 2020\n\n## Participants\n\n| Name | Country |\n|------|:-------:|\n| Ana Horvat | Croatia |\n| Eva Lind | Sweden |";
    expect(readSample(text).participants).toEqual([
      { name: "Ana Horvat", country: "Croatia", group: null },
      { name: "Eva Lind", country: "Sweden", group: null },
    ]);
  });

  test("the symbol of a document is not its title", () => {
    expect(readSample("CG/2023(44)18\n\nResolution on Air\n\n18 October 2023\n\n1. Cities act.").title).toBe(
      "Resolution on Air",
    );
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
    readSample(`Text\n\n9 May 2020\n\n${opening}\n\n${recital}\n\n${enacting}\n\n1. xyz.`).provisions.slice(1),
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
    expect(readSample(text).provisions.slice(1)).toMatchObject([
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
    expect(readSample(text).date).toBe("2022-11-09");
    expect(brief(text).map((line) => line.split(":")[0])).toEqual(
      "preface opening recital-1 enacting-formula recommendation-i recommendation-ii paragraph-1".split(" "),
    );
  });
});
