import type { Page } from "playwright/test";
import { hasDocuments } from "../support/browser";

/** One page of every kind. */
export const pageKinds: Record<string, string> = {
  home: "/",
  search: "/search",
  "search results": "/search?q=participation&theme=budgeting",
  "search with a typing error": "/search?q=particpatory",
  "search without a result": "/search?q=housing&year=1999",
  "search results on a map": "/search?q=participation&view=map",
  "search results as a table": "/search?q=participation&view=table&sort=title",
  "search near a city": "/search?near=vienna&km=500&from=2015&sort=distance",
  "how to search": "/search/help",
  documents: "/documents",
  document: "/documents/hrgl-2023",
  "meeting report": "/documents/uclg-ohchr-2019",
  "search in a document": "/documents/hrgl-2023?find=budget",
  "search in a document, matches only": "/documents/uclg-ohchr-2019?find=housing&only=1",
  "search in a document without a result": "/documents/hrgl-2023?find=zzqxy",
  "match in a document": "/documents/hrgl-2023/recommendation-8?find=budget",
  "document known by its title": "/documents/hrgl-2021",
  ...(hasDocuments ? { "version of a document": "/documents/hrgl-2023/versions/1" } : {}),
  recommendation: "/documents/hrgl-2023/recommendation-8",
  recital: "/documents/hrgl-2023/recital-cc",
  "discussion of a recommendation": "/documents/hrgl-2023/recommendation-8/discussion",
  quotation: "/documents/uclg-ohchr-2019/quotation-11",
  recommendations: "/recommendations",
  "recommendations of a theme": "/recommendations?theme=budgeting",
  "coverage map": "/coverage",
  "coverage map by region": "/coverage?by=region&network=iccar",
  "coverage of a recommendation": "/coverage?recommendation=hrgl-2023/recommendation-8",
  calls: "/calls",
  collections: "/collections",
  vocabularies: "/vocabularies",
  vocabulary: "/vocabularies/right",
  tags: "/tags",
  practices: "/practices",
  practice: "/practices/douala-participatory-budget",
  "version of a practice": "/practices/douala-participatory-budget/v1",
  "case studies": "/case-studies",
  "case study": "/case-studies/vienna-from-an-idea-to-an-office",
  "version of a case study": "/case-studies/vienna-from-an-idea-to-an-office/v1",
  tools: "/tools",
  tool: "/tools/participatory-budgeting",
  cities: "/cities",
  city: "/cities/ariana",
  networks: "/networks",
  network: "/networks/iccar",
  organisation: "/organisations/ohchr",
  about: "/about",
  api: "/api",
  "sign in": "/sign-in",
  register: "/register",
  "forgotten password": "/password/forgotten",
  "page that is not there": "/there-is-no-such-page",
};

/** What Chromium says about the page that is not there, on purpose. */
export const notFoundOnPurpose = /status (?:of )?404/;

export const languages = ["en", "fr", "es"] as const;

/** The same page in a language. */
export function inLanguage(path: string, language: string): string {
  return `${path}${path.includes("?") ? "&" : "?"}lang=${language}`;
}

/** How far the page is wider than its window: 0 where nothing has to be scrolled sideways. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
