import { isLanguage } from "~/i18n/language";
import { translator } from "~/i18n/translate";
import type { Db } from "~db/client.server";
import { answerFeed } from "./answer-feed.server";
import { listFeedEntries } from "./feed-queries.server";

/** The lists of the library that have a feed, by the name that the catalogues know. */
const lists = {
  practices: { kind: "practice", page: "/practices" },
  caseStudies: { kind: "case-study", page: "/case-studies" },
  documents: { kind: "document", page: "/documents" },
  tools: { kind: "tool", page: "/tools" },
  cities: { kind: "city", page: "/cities" },
} as const;

/** `/practices/feed.atom`: the language is in the address alone, so that whoever keeps it keeps one feed. */
export async function answerListFeed(
  request: Request,
  list: keyof typeof lists,
  { readDb, origin }: { readDb: Db; origin: string },
): Promise<Response> {
  const { kind, page } = lists[list];
  const { pathname, searchParams } = new URL(request.url);
  const asked = searchParams.get("lang");
  const language = isLanguage(asked) ? asked : "en";
  const t = translator(language);
  const title = t("feeds.title", { name: t(`${list}.title`) });
  const path = asked === language ? `${pathname}?lang=${language}` : pathname;
  return answerFeed(request, { origin, path, page, title, language }, await listFeedEntries(readDb, { kind }));
}
