import type { AnsweringEngine, SearchEngine, SearchQuery, SearchResult } from "../port";
import { CircuitBreaker } from "./circuit-breaker";
import { explainFailure } from "./explain-failure";
import { inTime, TooSlow } from "./in-time";

interface FailoverOptions {
  /**
   * Brings the first engine's index in step once it answers again; `lost` tells that the server may have lost some of it.
   * @throws when it could not
   */
  restore: (lost: boolean) => Promise<void>;
  /** Whether readers may see all of these entries now, whatever an index still holds. */
  arePublished: (ids: string[]) => Promise<boolean>;
  log: (level: "info" | "error", message: string, details?: Record<string, unknown>) => void;
}

/** With what the other engine needs, a reader waits for less than 300 ms. */
const patienceMs = 200;
/** A search that has waited for so long is asked of the other engine too, so that its answer is there when patience ends. */
const headStartMs = 120;
const probePatienceMs = 2000;
/** What is asked of it before readers ask: cheap, and yet on the way that searches take. */
const trialQuery: SearchQuery = {
  ...{ text: "", filters: {}, sort: "date", page: 1, perPage: 1, language: "en", countFacets: ["type"] },
};
const tickMs = 250;
const watchEveryMs = 2000;

/**
 * Asks the first engine, and the second when the first fails, is too slow, or has lost its index. One that keeps failing is left
 * alone until it answers again and its index has been brought in step.
 */
export class FailoverEngine implements AnsweringEngine {
  private readonly breaker = new CircuitBreaker({
    ...{ mostFailures: 3, pauseMs: 500, longestPauseMs: 4000 },
    now: () => performance.now(),
  });
  private timer: NodeJS.Timeout | undefined;
  private trying: Promise<void> | undefined;
  private watchedAt = 0;
  /** Whether it was more than slow: it may have been started anew, on other data. */
  private mayHaveLost = true;
  /** To be called when the first engine is left alone: one for each question that it has not answered. */
  private readonly waiting = new Set<() => void>();
  /** Once for each outage. */
  private hasTold = false;

  constructor(
    private readonly first: SearchEngine,
    private readonly second: AnsweringEngine,
    private readonly options: FailoverOptions,
  ) {}

  /** Of the engine that would be asked now. */
  get name() {
    return this.isFallback ? this.second.name : this.first.name;
  }

  /** Whether the second engine answers in the place of the first. */
  get isFallback(): boolean {
    return this.breaker.state !== "closed";
  }

  /** Looks after the first engine from now on; asks it only once its index is known to be in step. */
  async start(): Promise<void> {
    this.breaker.open();
    this.timer = setInterval(() => this.tick(), tickMs).unref();
    await this.try();
  }

  async search(query: SearchQuery): Promise<SearchResult> {
    let fromSecond: Promise<SearchResult> | undefined;
    const askSecond = () => {
      fromSecond ??= this.second.search(query);
      // Whoever needs it hears of its failure.
      fromSecond.catch(() => undefined);
      return fromSecond;
    };
    const timer = this.isFallback ? undefined : setTimeout(askSecond, headStartMs);
    const fromFirst = await this.ask(async (engine) => {
      const result = await engine.search(query);
      // A server that came back without its data says that there is nothing.
      if (result.total === 0 && (await engine.needsRebuild())) throw new Error("the index is gone");
      return result;
    });
    clearTimeout(timer);
    if (!fromFirst) return { ...(await askSecond()), fallback: true };
    // What is withdrawn leaves the second index at once, and the first one when its server comes to it.
    if (!(await this.options.arePublished(fromFirst.hits.map((hit) => hit.id)))) return askSecond();
    return fromFirst;
  }

  async suggest(typed: string, options: { language: string; limit: number }) {
    return (await this.ask((engine) => engine.suggest(typed, options))) ?? this.second.suggest(typed, options);
  }

  async similar(...question: Parameters<SearchEngine["similar"]>) {
    return (await this.ask((engine) => engine.similar(...question))) ?? this.second.similar(...question);
  }

  async spellings(text: string, options: { limit: number }) {
    return (await this.ask((engine) => engine.spellings(text, options))) ?? this.second.spellings(text, options);
  }

  /** Stops asking the first engine until it has been brought in step; `lost` unless it is only late. */
  distrust(reason: string, { lost = true } = {}): void {
    if (this.breaker.state !== "closed") return;
    this.mayHaveLost ||= lost;
    this.breaker.open();
    this.tellLeftAlone(reason);
  }

  /** The first engine's answer, or null when it gives none worth having. */
  private async ask<T>(question: (engine: SearchEngine) => Promise<T>): Promise<T | null> {
    if (this.breaker.state !== "closed") return null;
    try {
      const answer = await this.unlessLeftAlone(inTime(question(this.first), patienceMs));
      if (this.breaker.state !== "closed") return null;
      this.breaker.succeeded();
      return answer;
    } catch (error) {
      this.failed(error);
      return null;
    }
  }

  private unlessLeftAlone<T>(answer: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const giveUp = () => reject(new TooSlow("it is left alone"));
      this.waiting.add(giveUp);
      answer.then(resolve, reject).finally(() => this.waiting.delete(giveUp));
    });
  }

  private failed(error: unknown): void {
    // What was asked before it opened says nothing of now.
    if (this.breaker.state !== "closed") return;
    this.noteLoss(error);
    this.breaker.failed();
    if (this.breaker.state !== "closed") this.tellLeftAlone(explainFailure(error));
  }

  private tellLeftAlone(reason: string): void {
    this.hasTold = true;
    // Whoever still waits for it need not wait any longer.
    for (const giveUp of this.waiting) giveUp();
    this.options.log("error", "the search engine is left alone for now; its stand-in answers", { reason });
  }

  private tick(): void {
    if (this.breaker.mayTry) void this.try();
    else if (this.breaker.state === "closed" && performance.now() > this.watchedAt + watchEveryMs) void this.watch();
  }

  private try(): Promise<void> {
    this.trying ??= this.tryFirst().finally(() => {
      this.trying = undefined;
    });
    return this.trying;
  }

  private async tryFirst(): Promise<void> {
    this.breaker.beginTry();
    try {
      await inTime(this.first.needsRebuild(), probePatienceMs);
      await this.options.restore(this.mayHaveLost);
      // One that is slow, or answers all but searches, would make readers wait again and again.
      await inTime(this.first.search(trialQuery), probePatienceMs);
      await inTime(this.first.search(trialQuery), patienceMs);
      this.breaker.succeeded();
      this.mayHaveLost = false;
      this.hasTold = false;
      this.options.log("info", "the search engine answers, and its index is in step");
    } catch (error) {
      this.noteLoss(error);
      this.breaker.failed();
      if (!this.hasTold) this.tellLeftAlone(explainFailure(error));
    }
  }

  private noteLoss(error: unknown): void {
    if (!(error instanceof TooSlow)) this.mayHaveLost = true;
  }

  /** Finds out also when nobody searches. */
  private async watch(): Promise<void> {
    this.watchedAt = performance.now();
    try {
      if (await inTime(this.first.needsRebuild(), probePatienceMs)) this.distrust("its index is gone or outdated");
    } catch (error) {
      this.failed(error);
    }
  }

  /** Asks the first engine once, where nobody looks after it all the time. */
  async probe(): Promise<void> {
    try {
      if (await inTime(this.first.needsRebuild(), probePatienceMs)) this.distrust("its index is not built");
    } catch {
      this.breaker.open();
    }
  }

  stopWatching(): void {
    clearInterval(this.timer);
  }
}
