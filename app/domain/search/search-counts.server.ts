import type { Db } from "~db/client.server";
import { dayBefore, daysKept, toCountedText } from "./search-counts";

interface Options {
  db: Db;
  now: () => Date;
  onError: (error: unknown) => void;
}

const writeEveryMs = 10_000;
/** More different texts than this between two writes are no people who search: they are left out. */
const mostTexts = 2000;

/** Counts searches in memory and writes them down from time to time, so that a search page waits for nothing. */
export class SearchCounts {
  private counts = new Map<string, { day: string; text: string; searches: number; without_result: number }>();
  private timer: NodeJS.Timeout | undefined;
  private purgedOn = "";

  constructor(private readonly options: Options) {}

  /** Writes every ten seconds from now on. */
  start(): void {
    this.timer = setInterval(() => void this.write(), writeEveryMs).unref();
  }

  /** Ends after a last write. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.write();
  }

  /** Counts a search, unless what was typed may be about a person. */
  note(typed: string, found: number): void {
    const text = toCountedText(typed);
    if (text === null) return;
    const day = dayBefore(this.options.now(), 0);
    const key = `${day} ${text}`;
    const count = this.counts.get(key) ?? { day, text, searches: 0, without_result: 0 };
    if (count.searches === 0 && this.counts.size >= mostTexts) return;
    count.searches += 1;
    if (found === 0) count.without_result += 1;
    this.counts.set(key, count);
  }

  /** Writes down what was counted, and removes what is old. Never fails: what could not be written is tried again. */
  async write(): Promise<void> {
    const { counts } = this;
    this.counts = new Map();
    try {
      await this.save([...counts.values()]);
    } catch (error) {
      this.options.onError(error);
      for (const [key, count] of this.counts) counts.set(key, merged(counts.get(key), count));
      this.counts = counts;
    }
  }

  private async save(rows: { day: string; text: string; searches: number; without_result: number }[]): Promise<void> {
    const { db, now } = this.options;
    const today = dayBefore(now(), 0);
    if (rows.length === 0 && this.purgedOn === today) return;
    await db.transaction().execute(async (trx) => {
      for (const row of rows) {
        await trx
          .insertInto("search_count")
          .values(row)
          .onConflict((conflict) =>
            conflict.columns(["day", "text"]).doUpdateSet(({ eb, ref }) => ({
              searches: eb(ref("search_count.searches"), "+", row.searches),
              without_result: eb(ref("search_count.without_result"), "+", row.without_result),
            })),
          )
          .execute();
      }
      await trx.deleteFrom("search_count").where("day", "<=", dayBefore(now(), daysKept)).execute();
    });
    this.purgedOn = today;
  }
}

const merged = <Count extends { searches: number; without_result: number }>(kept: Count | undefined, count: Count) =>
  kept
    ? {
        ...count,
        searches: kept.searches + count.searches,
        without_result: kept.without_result + count.without_result,
      }
    : count;
