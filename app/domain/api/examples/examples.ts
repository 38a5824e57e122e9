import { cityJson, cityLineJson } from "~/domain/api/answers/city-json";
import { documentJson, documentLineJson } from "~/domain/api/answers/document-json";
import { caseStudyJson, caseStudyLineJson, practiceJson, practiceLineJson } from "~/domain/api/answers/experience-json";
import { provisionJson } from "~/domain/api/answers/provision-json";
import { searchJson } from "~/domain/api/answers/search-json";
import { toolJson, toolLineJson } from "~/domain/api/answers/tool-json";
import type { ApiSite } from "~/domain/api/api-site";
import { type FacetName, facetNames } from "~search/port";
import {
  practiceReference,
  recommendation8of2022,
  sampleTerms,
  sampleTime,
  supportsRecommendation,
  toolReference,
} from "./sample-entries";
import * as pages from "./sample-pages";

/** An example answer of each operation: what the serialisers make of sample entries, so that no example can grow old. */
export const exampleAnswers = (site: ApiSite) => {
  const details = { licence: "CC-BY-4.0", updatedAt: sampleTime, terms: sampleTerms };
  const cityStamp = { title: "Ariana", summary: pages.city.summary, language: "en", updatedAt: sampleTime };
  const listOf = (item: object) => ({ total: 1, page: 1, per_page: 20, items: [item] });
  return {
    search: searchExample(site),
    listDocuments: listOf(documentLineJson(site, pages.document)),
    getDocument: documentJson(site, pages.document),
    getProvision: provisionJson(site, {
      title: "Recommendation 8",
      provision: pages.provision,
      parts: [],
      linksFrom: [
        {
          type: "extends",
          evidence: null,
          note: "Covers raising, allocating and spending as well as audit and evaluation.",
          other: recommendation8of2022,
        },
      ],
      linksTo: [
        { ...supportsRecommendation, other: practiceReference },
        { type: "answers", evidence: null, note: null, other: toolReference },
      ],
      sourceOf: [],
    }),
    listPractices: listOf(practiceLineJson(site, pages.practiceLine, details)),
    getPractice: practiceJson(site, pages.practice),
    listCaseStudies: listOf(caseStudyLineJson(site, pages.caseStudyLine, details)),
    getCaseStudy: caseStudyJson(site, pages.caseStudy),
    listTools: listOf(toolLineJson(site, { ...pages.tool, recommendations: 4, practices: 2 }, sampleTime)),
    getTool: toolJson(site, pages.tool),
    listCities: listOf(cityLineJson(site, pages.city, cityStamp)),
    getCity: cityJson(site, pages.city, cityStamp),
  };
};

const noValues = () =>
  Object.fromEntries(facetNames.map((facet) => [facet, []])) as unknown as Record<FacetName, string[]>;

const searchExample = (site: ApiSite) =>
  searchJson(
    site,
    {
      text: "participatory budget",
      filters: { type: ["practice"], region: ["africa"] },
      sort: "relevance",
      page: 1,
      perPage: 20,
      language: site.language,
    },
    {
      total: 1,
      hits: [
        {
          id: practiceReference.id,
          kind: "practice",
          title: [
            { text: "A ", marked: false },
            { text: "participatory budget", marked: true },
            { text: " in the middle of a democratic transition", marked: false },
          ],
          extract: [
            { text: "Ariana uses a ", marked: false },
            { text: "participatory budget", marked: true },
            { text: ": people decide on municipal projects", marked: false },
          ],
          url: "/practices/ariana-participatory-budget",
          language: "en",
          date: "2019",
          score: 12.5,
          facets: {
            ...noValues(),
            type: ["practice"],
            theme: ["participation", "budgeting"],
            tool: ["participatory-budgeting"],
            region: ["africa", "northern-africa"],
            country: ["TN"],
            city: ["ariana"],
            year: ["2019"],
            language: ["en"],
            evidence: ["claimed"],
            review: ["not-reviewed"],
          },
        },
      ],
      facets: { type: [{ value: "practice", count: 1 }], country: [{ value: "TN", count: 1 }] },
      corrections: [],
      alsoSearched: ["presupuesto participativo"],
      engine: "sqlite",
      tookMs: 3,
    },
    { type: new Map([["practice", "Practices"]]), country: new Map([["TN", "Tunisia"]]) },
  );
