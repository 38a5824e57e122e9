import type { EntryReference, LinkView } from "~/domain/links/link";
import type { Label, Term, TermsByVocabulary } from "~/domain/vocabularies/vocabulary";
import type { Vocabulary } from "~db/schema/vocabulary";

/** Entries of the seeds, shortened, from which the description's example answers are made. */
export const sampleTime = "2026-01-15T09:30:00.000Z";

const term = (vocabulary: Vocabulary, code: string, en: string, fr: string, es: string): Term => ({
  vocabulary,
  code,
  label: { en, fr, es },
});

export const sampleTerms: TermsByVocabulary = {
  theme: [term("theme", "budgeting", "Budgeting", "Budget", "Presupuesto")],
  right: [
    term(
      "right",
      "participation-in-public-affairs",
      "Participation in public affairs",
      "Participation aux affaires publiques",
      "Participación en los asuntos públicos",
    ),
  ],
  group: [],
  goal: [],
  target: [],
};

export const tunisia: { code: string; label: Label } = {
  code: "TN",
  label: { en: "Tunisia", fr: "Tunisie", es: "Túnez" },
};

export const africa: { code: string; label: Label } = {
  code: "africa",
  label: { en: "Africa", fr: "Afrique", es: "África" },
};

export const sampleTool = {
  id: "participatory-budgeting",
  title: "Participatory budgeting",
  summary:
    "Inhabitants propose, discuss and choose projects for a part of the municipal budget, and follow their delivery.",
  language: "en",
};

export const samplePracticeLine = {
  id: "ariana-participatory-budget",
  title: "A participatory budget in the middle of a democratic transition",
  summary:
    "In the midst of Tunisia’s democratic transition, Ariana uses a participatory budget: people decide on municipal projects such as street lighting and roads.",
  language: "en",
};

const reference = (more: Pick<EntryReference, "id" | "kind" | "title" | "summary">): EntryReference => ({
  language: "en",
  city: null,
  provision: null,
  ...more,
});

export const toolReference = reference({ kind: "tool", ...sampleTool });

export const practiceReference: EntryReference = {
  ...reference({ kind: "practice", ...samplePracticeLine }),
  city: { en: "Ariana", fr: "Ariana", es: "Ariana" },
};

const provisionReference = (year: number, label: string, summary: string): EntryReference => ({
  ...reference({
    kind: "provision",
    id: `hrgl-${year}/recommendation-${label}`,
    title: `Recommendation ${label}`,
    summary,
  }),
  provision: {
    document: `hrgl-${year}`,
    shortTitle: `HRGL outcome document ${year}`,
    eid: `recommendation-${label}`,
    kind: "recommendation",
    label,
  },
});

export const sampleSummary =
  "Let human rights guide the whole course of public money, from raising and sharing it out to spending it, and to the audit and evaluation of the budget.";

export const recommendation8 = provisionReference(2023, "8", sampleSummary);

export const recommendation8of2022 = provisionReference(
  2022,
  "8",
  "Buy, build and spend in ways that serve human rights.",
);

const plain = { evidence: null, note: null };

export const usesTool: LinkView = {
  ...plain,
  type: "uses",
  note: "Used for municipal projects such as street lighting and roads.",
  other: toolReference,
};

export const supportsRecommendation: LinkView = {
  type: "supports",
  evidence: "claimed",
  note: "People decide on the spending of certain funds; audit and evaluation are not reported.",
  other: recommendation8,
};
