import { isLanguage } from "~/i18n/language";
import { translator } from "~/i18n/translate";
import type { Db } from "~db/client.server";
import { answerFeed } from "./answer-feed.server";
import { listFeedEntries } from "./feed-queries.server";

/** The feed of something that has a name and some entries: a collection, a tag. Its address is its page's, and `/feed.atom`. */
export async function answerNamedFeed(
  request: Request,
  { readDb, origin }: { readDb: Db; origin: string },
  { name, page, ids }: { name: string; page: string; ids: string[] },
): Promise<Response> {
  const asked = new URL(request.url).searchParams.get("lang");
  const language = isLanguage(asked) ? asked : "en";
  const path = `${page}/feed.atom${asked === language ? `?lang=${language}` : ""}`;
  const title = translator(language)("feeds.title", { name });
  return answerFeed(request, { origin, path, page, title, language }, await listFeedEntries(readDb, { ids }));
}
