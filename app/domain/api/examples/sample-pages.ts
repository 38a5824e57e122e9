import type { CaseStudyPage } from "~/domain/case-studies/case-study";
import type { CityPage } from "~/domain/cities/city";
import type { DocumentPage, ProvisionPage, ProvisionView } from "~/domain/documents/document";
import type { ExperienceLine, PracticePage } from "~/domain/practices/practice";
import type { ToolPage } from "~/domain/tools/tool";
import {
  africa,
  recommendation8,
  samplePracticeLine,
  sampleSummary,
  sampleTerms,
  sampleTime,
  sampleTool,
  supportsRecommendation,
  tunisia,
  usesTool,
} from "./sample-entries";

const ariana = { id: "ariana", name: { en: "Ariana", fr: "Ariana", es: "Ariana" }, country: tunisia };

export const practiceLine: ExperienceLine = {
  ...samplePracticeLine,
  kind: "practice",
  city: ariana,
  year: 2019,
  reviewStatus: "not-reviewed",
  tools: [{ id: sampleTool.id, title: sampleTool.title }],
};

const toldIn = {
  id: "uclg-ohchr-2019/paragraph-28",
  eid: "paragraph-28",
  label: null,
  shortTitle: "UCLG and OHCHR meeting report 2019",
  text: null,
  summary: "Douala and Ariana spoke of participatory budgets.",
};

const { tools: _tools, ...practiceLineWithoutTools } = practiceLine;

const experience = {
  ...practiceLineWithoutTools,
  stage: "unknown" as const,
  started: null,
  ended: null,
  licence: "CC-BY-4.0",
  terms: sampleTerms,
  links: [supportsRecommendation, usesTool],
  sources: [toldIn],
  ...{ budget: null, staff: null, evidence: [], partnerRows: [], files: [], cityCheck: null },
  version: {
    ...{ number: 1, changeNote: null, publishedAt: sampleTime },
    credits: { authors: [], reviewers: [] },
    versions: [{ number: 1, changeNote: null, publishedAt: sampleTime }],
  },
  updatedAt: sampleTime,
};

const toldFields = {
  lead_body: null,
  partners: null,
  situation_before: "Tunisian cities were living through a democratic transition.",
  what_was_done: "Ariana reported on its **participatory budget**.",
  results: null,
  enabling_factors: null,
  challenges: null,
  lessons_learned: null,
  contact: null,
  legal_basis: null,
  objectives: null,
  participation: "People decide on the implementation of certain municipal projects.",
  resources: null,
  sustainability: null,
  transfer_conditions: null,
  building_blocks: null,
  references: null,
};

export const practice: PracticePage = {
  ...experience,
  depth: "snapshot",
  fields: toldFields,
};

export const caseStudyLine: ExperienceLine = {
  ...practiceLine,
  kind: "case-study",
  id: "ariana-local-democracy-in-transition",
  title: "Ariana: local democracy in transition",
  summary: "How a young local democracy brings its inhabitants into decisions.",
};

export const caseStudy: CaseStudyPage = {
  ...experience,
  kind: "case-study",
  id: caseStudyLine.id,
  title: caseStudyLine.title,
  summary: caseStudyLine.summary,
  factCheck: "not-asked",
  version: {
    ...experience.version,
    credits: { authors: [{ personId: null, name: "Polylogue editors", orcid: null, roles: [] }], reviewers: [] },
  },
  fields: {
    ...toldFields,
    method: "Desk reading of the report of one meeting.",
    research_period: null,
    research_sources: null,
    ethics: null,
    limits: "One short source.",
  },
};

export const tool: ToolPage = {
  ...sampleTool,
  aliases: ["PB", "presupuesto participativo", "budget participatif"],
  whatItIs: "The council sets an amount aside and lets the inhabitants decide what to do with it.",
  whenToUse: "When openness about decisions is asked for.",
  steps: ["Let the council adopt short rules.", "Map who is usually absent, and go to them."],
  whoDoesIt: "The finance department, with those who work in the neighbourhoods.",
  whatItNeeds: "An amount of money, and a promise that results bind.",
  pitfalls: "Letting a majority vote on what a minority is owed.",
  howToKnow: "Those who were absent before take part.",
  furtherReading: [{ title: "HRGL 2023, recital u", path: "/documents/hrgl-2023/recital-u", url: null }],
  terms: sampleTerms,
  answers: [{ type: "answers", evidence: null, note: "A way to share out public money.", other: recommendation8 }],
  usedBy: [],
  updatedAt: sampleTime,
};

export const city: CityPage = {
  ...ariana,
  kind: "city",
  region: africa,
  latitude: 36.8601,
  longitude: 10.1934,
  practices: 1,
  caseStudies: 0,
  summary: "A city in the north of Tunisia.",
  geonamesId: 2473247,
  populationBand: "100k-500k",
  experiences: [practiceLine],
  quotations: [],
  sources: [toldIn],
  mentions: [],
  updatedAt: sampleTime,
};

const provisionView: ProvisionView = {
  id: "hrgl-2023/recommendation-8",
  eid: "recommendation-8",
  kind: "recommendation",
  label: "8",
  verb: null,
  heading: null,
  text: null,
  speaker: null,
  affiliation: null,
  parentEid: null,
  depth: 0,
  summary: sampleSummary,
};

const documentSummary = {
  slug: "hrgl-2023",
  kind: "outcome-document" as const,
  title: "Governing the city by human rights objectives: Management concepts and instruments",
  shortTitle: "HRGL outcome document 2023",
  summary: "Asks local governments to steer their whole public management by human rights objectives.",
  language: "en",
  date: "2023-02-07",
  event: "Human Rights Go Local: What Works, 2023",
  publisher: "Participants of the third Academy and Conference on Human Rights at the Local and Regional Levels",
  whereToGet: "Ask the organisers of the series for the outcome document of February 2023.",
};

export const document: DocumentPage = {
  ...documentSummary,
  currentVersion: null,
  counts: { recitals: 36, recommendations: 12, provisions: 53 },
  updatedAt: sampleTime,
  sourceUrl: null,
  versions: [],
  shownVersion: null,
  provisions: [provisionView],
  participants: [],
};

export const provision: ProvisionPage = {
  ...provisionView,
  document: documentSummary,
  version: null,
  current: true,
  notes: [],
  terms: sampleTerms,
  previous: { eid: "recommendation-7", kind: "recommendation", label: "7" },
  next: { eid: "recommendation-9", kind: "recommendation", label: "9" },
  updatedAt: sampleTime,
};
