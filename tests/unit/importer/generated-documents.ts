import fc from "fast-check";
import type { DocumentKind } from "~db/schema/document";

/** A document made of known parts, as text with all sorts of damage. */
export interface Generated {
  text: string;
  kind: DocumentKind;
  recitals: (string | null)[];
  recommendations: string[];
  /** How many parts each recommendation has. */
  parts: number[];
}

const languages = {
  en: {
    kind: "OUTCOME DOCUMENT",
    opening: "We, the participants of the Forum on Local Rights,",
    verbs: [
      "recalling that",
      "convinced that",
      "bearing in mind that",
      "noting that",
      "aware that",
      "acknowledging that",
    ],
    enacting: ["encourage local governments worldwide to", "call upon cities to:", "invite all cities to"],
    actions: ["adopt", "train", "strengthen", "monitor", "make", "seek", "establish"],
    words: [
      "rights",
      "cities",
      "people",
      "budgets",
      "plans",
      "housing",
      "officials",
      "schools",
      "parks",
      "water",
      "voice",
    ],
  },
  fr: {
    kind: "DOCUMENT FINAL",
    opening: "Nous, les participants au Forum des droits locaux,",
    verbs: ["rappelant que", "convaincus que", "conscients que", "considérant que", "reconnaissant que"],
    enacting: ["encourageons les gouvernements locaux à :", "invitons les villes à"],
    actions: ["adopter", "former", "renforcer", "garantir", "mettre en place", "soutenir"],
    words: ["droits", "villes", "habitants", "logement", "écoles", "élus", "budget", "égalité", "santé", "eau"],
  },
  es: {
    kind: "DOCUMENTO FINAL",
    opening: "Nosotros, los participantes del Foro de Derechos Locales,",
    verbs: ["recordando que", "convencidos de que", "conscientes de que", "reconociendo que", "teniendo en cuenta que"],
    enacting: ["alentamos a los gobiernos locales a:", "exhortamos a las ciudades a"],
    actions: ["adoptar", "formar", "fortalecer", "garantizar", "promover", "apoyar"],
    words: ["derechos", "ciudades", "vivienda", "escuelas", "presupuesto", "igualdad", "salud", "agua", "niñez"],
  },
  pt: {
    kind: "DOCUMENTO FINAL",
    opening: "Nós, participantes do Fórum dos Direitos Locais,",
    verbs: ["recordando que", "reconhecendo que", "tendo em conta que", "preocupados com", "considerando que"],
    enacting: ["comprometemo-nos a:", "exortamos os municípios a"],
    actions: ["adotar", "formar", "garantir", "promover", "apoiar"],
    words: ["direitos", "cidades", "habitação", "escolas", "orçamento", "igualdade", "saúde", "água", "infância"],
  },
  de: {
    kind: "ERKLÄRUNG",
    opening: "Wir, die Teilnehmenden des Forums für Rechte vor Ort,",
    verbs: [
      "in der Erkenntnis, dass",
      "unter Hinweis auf",
      "in Anerkennung von",
      "besorgt über",
      "im Bewusstsein, dass",
    ],
    enacting: ["rufen die Städte auf:", "kommen überein, dass"],
    actions: ["gemeinsam", "besser", "sofort", "gezielt"],
    words: ["frei", "gleich", "sicher", "gerecht", "wohnen", "lernen", "planen", "teilhaben", "gesund"],
  },
  it: {
    kind: "DICHIARAZIONE",
    opening: "Noi, partecipanti al Forum dei diritti locali,",
    verbs: ["riconoscendo che", "ricordando che", "consapevoli che", "convinti che", "tenuto conto che"],
    enacting: ["ci impegniamo a:", "invitiamo le città a"],
    actions: ["adottare", "formare", "garantire", "promuovere"],
    words: ["diritti", "città", "alloggi", "scuole", "bilanci", "uguaglianza", "salute", "acqua"],
  },
};

const metadata = "---\ntitle: Local rights\nlang: en\ntags: [rights, cities]\n---\n";

type Numbering = (index: number) => string;
const letter = (index: number) => String.fromCharCode(97 + (index % 26));
const doubled: Numbering = (index) => letter(index).repeat(Math.floor(index / 26) + 1);
const counted: Numbering = (index) => (index < 26 ? letter(index) : letter(Math.floor(index / 26) - 1) + letter(index));
const number: Numbering = (index) => String(index + 1);
const roman: Numbering = (index) => {
  const signs = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
  return "x".repeat(Math.floor((index + 1) / 10)) + signs[(index + 1) % 10];
};
const upper =
  (numbering: Numbering): Numbering =>
  (index) =>
    numbering(index).toUpperCase();
const wraps = [(label: string) => `${label}.`, (label: string) => `(${label})`, (label: string) => `${label})`];

const recitalStyles: (Numbering | null)[] = [doubled, counted, upper(doubled), roman, (i) => `PP${i + 1}`, null];
const recommendationStyles: Numbering[] = [
  number,
  (i) => `OP${i + 1}`,
  (i) => `1.${i + 1}`,
  number,
  (i) => `R${i + 1}`,
  (i) => `Rec. ${i + 1}`,
  (i) => `${i + 1}º`,
];

export const generatedDocument: fc.Arbitrary<Generated> = fc
  .record({
    language: fc.constantFrom<keyof typeof languages>("en", "fr", "es", "pt", "de", "it"),
    recitalStyle: fc.constantFrom(...recitalStyles),
    recommendationStyle: fc.constantFrom(...recommendationStyles),
    recitalWrap: fc.constantFrom(...wraps),
    recommendationWrap: fc.constantFrom(...wraps),
    bullet: fc.constantFrom("", "- ", " - ", "• "),
    emphasis: fc.boolean(),
    apart: fc.boolean(),
    /** The parts of a recommendation ran into one line with it. */
    runIn: fc.boolean(),
    /** Lines of metadata stand before the first page. */
    metadata: fc.boolean(),
    lineEnd: fc.constantFrom("\n", "\r\n", "\r"),
    mark: fc.constantFrom("", "\uFEFF"),
    nbsp: fc.boolean(),
    wrapAt: fc.constantFrom(0, 60, 80),
    pageBreak: fc.constantFrom("\n\n\n\n", "\n\f\n", "\n \n\n\n"),
    recitals: fc.array(fc.record({ seed: fc.nat(), cut: fc.boolean(), stop: fc.boolean() }), {
      minLength: 1,
      maxLength: 32,
    }),
    recommendations: fc.array(
      fc.record({ seed: fc.nat(), cut: fc.boolean(), stop: fc.boolean(), parts: fc.constantFrom(0, 0, 0, 2, 3) }),
      { minLength: 1, maxLength: 16 },
    ),
  })
  .map((shape) => {
    const tongue = languages[shape.language];
    const pick = <Item>(items: Item[], seed: number): Item => items[seed % items.length] as Item;
    const sentence = (seed: number) =>
      Array.from({ length: 8 + (seed % 25) }, (_, at) => pick(tongue.words, Math.floor(seed / (at + 1)) + at)).join(
        " ",
      );
    const label = (style: Numbering, wrap: (label: string) => string, index: number) =>
      /^(?:PP|OP|R|1\.|1º)/u.test(style(0)) ? style(index) : wrap(style(index));
    const em = (verb: string) => (shape.emphasis ? verb.replace(/^\S+/u, "*$&*") : verb);
    const cut = (text: string, yes: boolean) => {
      const words = text.split(" ");
      const half = Math.ceil(words.length / 2);
      // A second half begins in mid-sentence: with a small letter.
      return yes ? `${words.slice(0, half).join(" ")}${shape.pageBreak}${words.slice(half).join(" ")}` : text;
    };
    const wrapped = (text: string) =>
      shape.wrapAt === 0
        ? text
        : text
            .split("\n")
            .map((line) => fold(line, shape.wrapAt))
            .join("\n");
    const separator = shape.apart ? "\n\n" : "\n";
    const { recitalStyle } = shape;
    const recitals = shape.recitals.map(({ seed, cut: yes, stop }, index) => {
      const text = cut(`${em(pick(tongue.verbs, seed))} ${sentence(seed)}`, yes) + (stop && index > 0 ? "." : ",");
      if (!recitalStyle) return wrapped(text.charAt(0) === "*" ? text : text);
      return wrapped(`${shape.bullet}${label(recitalStyle, shape.recitalWrap, index)} ${text}`);
    });
    const recommendations = shape.recommendations.map(({ seed, cut: yes, stop, parts }, index) => {
      const start = `${shape.bullet}${label(shape.recommendationStyle, shape.recommendationWrap, index)} ${em(pick(tongue.actions, seed))} ${sentence(seed)}`;
      if (parts === 0) return wrapped(cut(start, yes) + (stop ? "." : ";"));
      const below = Array.from({ length: parts }, (_, at) => `  (${letter(at)}) ${sentence(seed + at)};`);
      if (shape.runIn) return wrapped(`${start}: ${below.map((item) => item.trim()).join(" ")}`);
      return [wrapped(`${start}:`), ...below].join(separator);
    });
    const preambleSeparator = recitalStyle ? separator : "\n\n";
    const text = [
      tongue.kind,
      "8 February 2022",
      tongue.opening,
      recitals.join(preambleSeparator),
      pick(tongue.enacting, shape.recitals.length),
      recommendations.join(separator),
    ].join("\n\n");
    const spaced = shape.nbsp ? text.replace(/ rights/gu, "\u00A0rights") : text;
    return {
      text: shape.mark + `${shape.metadata ? metadata : ""}${spaced}`.replaceAll("\n", shape.lineEnd),
      kind: /^DO|^OUT/u.test(tongue.kind) ? "outcome-document" : "declaration",
      recitals: shape.recitals.map((_, index) => (recitalStyle ? recitalStyle(index) : null)),
      recommendations: shape.recommendations.map((_, index) => shape.recommendationStyle(index)),
      parts: shape.recommendations.map((recommendation) => recommendation.parts),
    };
  });

function fold(line: string, width: number): string {
  const lines = [""];
  for (const word of line.split(/(?<=\S) /u)) {
    const last = lines.at(-1) ?? "";
    if (last !== "" && last.length + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines.join("\n");
}
