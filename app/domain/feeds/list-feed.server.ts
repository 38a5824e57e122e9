import { isLanguage } from "~/i18n/language";
import { translator } from "~/i18n/translate";
import type { Db } from "~db/client.server";
import type { EntryKind } from "~db/schema/entry";
import { answerFeed } from "./answer-feed.server";
import type { FeedEntry } from "./atom-feed";
import { listFeedCalls, listFeedCollections, listFeedEntries, listFeedRecommendations } from "./feed-queries.server";

interface List {
  page: string;
  read: (db: Db) => Promise<FeedEntry[]>;
}

const of =
  (...kinds: EntryKind[]) =>
  (db: Db) =>
    listFeedEntries(db, { kinds });

/** The lists of the library that have a feed, by the name that the catalogues know. */
const lists = {
  practices: { page: "/practices", read: of("practice") },
  caseStudies: { page: "/case-studies", read: of("case-study") },
  documents: { page: "/documents", read: of("document") },
  tools: { page: "/tools", read: of("tool") },
  cities: { page: "/cities", read: of("city") },
  networks: { page: "/networks", read: of("network", "organisation") },
  recommendations: { page: "/recommendations", read: listFeedRecommendations },
  collections: { page: "/collections", read: listFeedCollections },
  calls: { page: "/calls", read: listFeedCalls },
} as const satisfies Record<string, List>;

/** `/practices/feed.atom`: the language is in the address alone, so that whoever keeps it keeps one feed. */
export async function answerListFeed(
  request: Request,
  list: keyof typeof lists,
  { readDb, origin }: { readDb: Db; origin: string },
): Promise<Response> {
  const { page, read } = lists[list];
  const { pathname, searchParams } = new URL(request.url);
  const asked = searchParams.get("lang");
  const language = isLanguage(asked) ? asked : "en";
  const t = translator(language);
  const title = t("feeds.title", { name: t(`${list}.title`) });
  const path = asked === language ? `${pathname}?lang=${language}` : pathname;
  return answerFeed(request, { origin, path, page, title, language }, await read(readDb));
}
