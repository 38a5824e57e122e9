import type { Db } from "~db/client.server";
import { type CountedSearch, dayBefore } from "./search-counts";

export interface CountedPeriod {
  searches: number;
  withoutResult: number;
  /** Most often first. */
  most: CountedSearch[];
  /** Those that found nothing, most often first. */
  failed: CountedSearch[];
}

/** What was searched for in the last days, today among them. */
export async function readSearchCounts(
  db: Db,
  { now, days, limit }: { now: Date; days: number; limit: number },
): Promise<CountedPeriod> {
  const from = dayBefore(now, days - 1);
  const totals = await db
    .selectFrom("search_count")
    .where("day", ">=", from)
    .select(({ fn }) => [
      fn.sum<number | null>("searches").as("searches"),
      fn.sum<number | null>("without_result").as("withoutResult"),
    ])
    .executeTakeFirstOrThrow();
  const byText = db
    .selectFrom("search_count")
    .where("day", ">=", from)
    .groupBy("text")
    .select("text")
    .select(({ fn }) => [
      fn.sum<number>("searches").as("searches"),
      fn.sum<number>("without_result").as("withoutResult"),
    ])
    .limit(limit);
  return {
    searches: Number(totals.searches ?? 0),
    withoutResult: Number(totals.withoutResult ?? 0),
    most: await byText.orderBy("searches", "desc").orderBy("text").execute(),
    failed: await byText
      .having(({ fn }) => fn.sum("without_result"), ">", 0)
      .orderBy("withoutResult", "desc")
      .orderBy("text")
      .execute(),
  };
}
