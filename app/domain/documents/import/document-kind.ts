import type { DocumentKind } from "~db/schema/document";

const KINDS: [DocumentKind, string][] = [
  [
    "outcome-document",
    "outcome document|document final|documento final|document de résultats?|documento de resultados|document de conclusions|ergebnisdokument|documento finale|slotdocument",
  ],
  [
    "concept-note",
    "concept note|note conceptuelle|note de cadrage|nota conceptual|note de concept|nota concettuale|konzeptpapier|konzeptnote",
  ],
  [
    "meeting-report",
    "report|rapport|informe|relatório|compte rendu|minutes of|proceedings|memoria de la reunión|bericht|verslag|resoconto|rapporto|relazione",
  ],
  ["charter", "charter|charte|carta|charta|handvest"],
  [
    "declaration",
    "declaration|(?:joint |final |closing |concluding )?statement|compact|pledge|call to action|communiqué|déclaration|declaración|declaração|erklärung|abschlusserklärung|schlusserklärung|manifesto|manifeste|manifiesto|resolution|résolution|resolución|resolução|dichiarazione|verklaring|risoluzione|entschließung|resolutie|manifest",
  ],
  [
    "guidance",
    "guidance|guidelines|guide|handbook|toolkit|lignes directrices|directrices|guía|manuel|manual|leitfaden|linee guida|handreiking|orientações|orientaciones",
  ],
];
/** Words that name a kind only where none of the others stands. */
const WEAK: [DocumentKind, string][] = [
  [
    "declaration",
    "call|appeal|commitments?|consensus|pact|appel|engagements?|pacte|llamamiento|compromisos?|pacto|apelo|compromissos?|appello|impegno|patto|aufruf|oproep|acta|acuerdos?|accord",
  ],
  [
    "guidance",
    "principles|principes|principios|princípios|grundsätze|principi|recommendations|recommandations|recomendaciones",
  ],
];
const PATTERNS = KINDS.map(([kind, words]) => ({
  kind,
  alone: new RegExp(`^[\\s"“«(]*(?:draft |final |the )?(?:${words})(?: final[e]?)?(?:\\s+\\d{4})?[\\s"”»:).]*$`, "iu"),
  inside: whole(words),
}));

function whole(words: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, "iu");
}

/** Whether the line says nothing but what kind of document this is: `OUTCOME DOCUMENT`. */
export function isKindLine(text: string): boolean {
  return PATTERNS.some(({ alone }) => alone.test(text));
}

export function namesKind(text: string): boolean {
  return PATTERNS.some(({ inside }) => inside.test(text));
}

/** The kind that the lines before the body name: a line of its own wins over a word of the title, the title over the rest. */
export function detectKind(front: string[], title: string, fileName: string): DocumentKind | null {
  const own = front.map((line) => PATTERNS.find(({ alone }) => alone.test(line))?.kind).find(Boolean);
  if (own) return own;
  const fromFile = fileName.replace(/\.[^.]*$/u, "").replace(/[-_.]+/gu, " ");
  for (const text of [title, ...front, fromFile]) {
    // The Universal Declaration in a title is a subject, not a kind.
    const words = text.replace(/universal declaration|déclaration universelle|declaración universal/giu, "");
    const found = PATTERNS.map(({ kind, inside }) => ({ kind, at: words.search(inside) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at)[0];
    if (found) return found.kind;
  }
  return WEAK.find(([, words]) => whole(words).test(title))?.[0] ?? null;
}
