import { eachFound } from "~/domain/search/found-ids-queries.server";
import { placeSearch } from "~/domain/search/placed-search-queries.server";
import { defaultPerPage, parseSearchParams, toSearchParams } from "~/domain/search/search-params";
import { isLanguage } from "~/i18n/language";
import { translator } from "~/i18n/translate";
import type { Db } from "~db/client.server";
import type { AnsweringEngine } from "~search/port";
import { answerFeed } from "./answer-feed.server";
import { listFeedEntries } from "./feed-queries.server";

/** Among so many of the best results a feed looks for the newest. */
const looksAt = 1000;
/** How a page shows its results is nothing to a feed. */
const ofPages = ["page", "per_page", "sort", "view", "more", "lang"];

interface Services {
  readDb: Db;
  search: AnsweringEngine;
  origin: string;
}

/** `/search/feed.atom?q=…`: what of a search's results changed last. What is wrong with its address is said in words, 400. */
export async function answerSearchFeed(request: Request, { readDb, search, origin }: Services): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const asked = searchParams.get("lang");
  const language = isLanguage(asked) ? asked : "en";
  const given = new URLSearchParams([...searchParams].filter(([name]) => !ofPages.includes(name)));
  const { query: read, problems } = parseSearchParams(given, { language });
  if (problems.length > 0) {
    const lines = problems.map(({ parameter, value, message }) => `${parameter} (${value}) ${message}.`);
    return new Response(`${lines.join("\n")}\n`, {
      status: 400,
      headers: { "Content-Type": "text/plain; charset=utf-8", "X-Robots-Tag": "noindex" },
    });
  }
  const { query } = await placeSearch(readDb, read);
  const ids: string[] = [];
  for await (const found of eachFound(search, { ...query, sort: "date" }, looksAt)) ids.push(...found);
  const t = translator(language);
  const name = read.text ? t("search.titleFor", { query: read.text }) : t("search.title");
  const parameters = toSearchParams({ ...read, page: 1, perPage: defaultPerPage });
  const page = parameters.size > 0 ? `/search?${parameters}` : "/search";
  if (asked === language) parameters.append("lang", language);
  const path = parameters.size > 0 ? `${pathname}?${parameters}` : pathname;
  const frame = { origin, path, page, language, title: t("feeds.title", { name }) };
  return answerFeed(request, frame, await listFeedEntries(readDb, { ids }));
}
