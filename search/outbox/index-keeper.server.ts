import { setTimeout } from "node:timers/promises";
import type { Db } from "~db/client.server";
import type { ProcessLock } from "~db/process-lock.server";
import { countSearchEntries, searchEntries } from "../documents.server";
import { explainFailure } from "../failover/explain-failure";
import type { SearchEngine, SearchEntry } from "../port";
import { compareIndex, type IndexDifference, isInStep } from "./compare-index.server";
import { drainOutbox } from "./drain-outbox.server";
import { type IndexStatus, readStatus } from "./index-status.server";
import { beginRebuild, endRebuild, noteFailure, noteSuccess, readProgress, registerEngines } from "./progress.server";
import { forgetRefusals, readRefusals } from "./refusals.server";
import { RefusedEntries } from "./refused-entries.server";

export interface KeeperOptions {
  db: Db;
  readDb: Db;
  engine: SearchEngine;
  /** Held while the index is written from the outbox: two processes at once could put an older state over a newer one. */
  writing: ProcessLock;
  /** Held during a rebuild. */
  rebuilding: ProcessLock;
  log: (level: "info" | "error", message: string, details?: Record<string, unknown>) => void;
}

export type RebuildProgress = (written: number, total: number) => void;

class Stopped extends Error {
  override message = "stopped";
}

const lookEveryMs = 2000;
const firstPauseMs = 500;
const longestPauseMs = 8000;
const longPassMs = 4000;

/** Keeps the index of one engine in step with the database: drains the outbox, tries again what failed, rebuilds, compares. */
export class IndexKeeper {
  readonly engine: SearchEngine;
  /** Told after each pass that failed. */
  onFailure: () => void = () => undefined;
  /** Told while a pass takes long: the index still shows what the database has no more. */
  onDelay: () => void = () => undefined;
  private failures = 0;
  /** Of a clock that nobody sets. */
  private notBefore = 0;
  private passBegan = 0;
  private pass: Promise<boolean> | null = null;
  private timer: NodeJS.Timeout | undefined;
  /** A write that failed may have been made all the same, and late. */
  private isUncertain = false;
  private restoring: Promise<void> | undefined;
  private stopped = false;
  private readonly refused: RefusedEntries;

  constructor(private readonly options: KeeperOptions) {
    this.engine = options.engine;
    this.refused = new RefusedEntries(options.db, options.readDb, options.engine);
  }

  /** Looks every two seconds for what was written, by this or other processes. */
  start(): void {
    const look = () => {
      const now = performance.now();
      if (this.pass) {
        if (now > this.passBegan + longPassMs) this.onDelay();
      } else if (now >= this.notBefore) void this.sync();
    };
    this.timer = setInterval(look, lookEveryMs / 4).unref();
  }

  /** Something has just been written: looks for it at the next moment, unless it waits after a failure. */
  hurry(): void {
    if (this.failures === 0) this.notBefore = 0;
  }

  /** Sees to it in the background that the index is what it should be; until then the old one answers. */
  startRestoring(): void {
    const untilDone = async () => {
      while (!this.stopped && !(await this.tryRestore())) {
        await setTimeout(pauseAfter(this.failures), undefined, { ref: false });
      }
    };
    this.restoring = untilDone();
  }

  /** Ends after a last pass; a rebuild under way is given up, and the old index stays. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.stopped = true;
    await this.restoring;
    while (this.pass) await this.pass;
    if (this.failures === 0) await this.sync();
  }

  /** Brings what was written until now into the index. Never fails: false means that it will be tried again. */
  async sync(): Promise<boolean> {
    // A pass under way may have read the outbox before the last change.
    while (this.pass) await this.pass;
    this.passBegan = performance.now();
    this.pass = this.tryOnce().finally(() => {
      this.pass = null;
    });
    return this.pass;
  }

  private async tryOnce(): Promise<boolean> {
    try {
      await this.drain();
      this.failures = 0;
      this.notBefore = performance.now() + lookEveryMs;
      return true;
    } catch (error) {
      this.failures += 1;
      this.notBefore = performance.now() + pauseAfter(this.failures);
      await this.report(error);
      this.onFailure();
      return false;
    }
  }

  /** Does the rows of the outbox that its index has not had, those of now. @throws what the engine throws; nothing counts as done then. */
  drain(): Promise<void> {
    return drainOutbox(this.options, this.refused);
  }

  /** Whether the index was never built, its rebuild was cut short, or it is of another format or analysis. */
  async needsRebuild(): Promise<boolean> {
    const progress = await readProgress(this.options.readDb, this.engine.name);
    return progress.last_outbox_id === null || progress.rebuild_from !== null || (await this.engine.needsRebuild());
  }

  /** Builds the index anew beside the living one. What was changed meanwhile is read again afterwards. */
  async rebuild(onProgress: RebuildProgress = () => undefined): Promise<void> {
    await this.options.rebuilding.run(() => this.rebuildAlone(onProgress));
  }

  /** Unless another process has just done it. */
  async rebuildIfNeeded(): Promise<void> {
    await this.options.rebuilding.run(async () => {
      if (await this.needsRebuild()) await this.rebuildAlone(() => undefined);
    });
  }

  private async rebuildAlone(onProgress: RebuildProgress): Promise<void> {
    const { db, readDb, engine, writing, log } = this.options;
    const begun = performance.now();
    const total = await countSearchEntries(readDb);
    // No batch may be under way: it could have read entries before, and write them after.
    await writing.run(() => beginRebuild(db, engine.name));
    await engine.rebuild(this.entries(), (written) => onProgress(written, total));
    await writing.run(async () => {
      await forgetRefusals(db, engine.name);
      await endRebuild(db, engine.name);
    });
    await this.drain();
    // What the engine refuses it has left out.
    if ((await engine.count()) !== (await countSearchEntries(readDb))) await this.verify({ repair: true });
    log("info", "search index rebuilt", {
      engine: engine.name,
      entries: total,
      ms: Math.round(performance.now() - begun),
    });
  }

  /** Compares index and database entry by entry; with `repair`, mends what differs and tries again what was refused. @throws what the engine throws */
  async verify({ repair }: { repair: boolean }): Promise<IndexDifference> {
    const { readDb, engine, writing } = this.options;
    return writing.run(async () => {
      const difference = await compareIndex(readDb, engine, this.entries());
      if (!repair) return difference;
      const { missing, surplus, different } = difference;
      const refused = difference.refused.map(({ id }) => id);
      await this.refused.bring([...missing, ...surplus, ...different, ...refused], { sift: true });
      return { ...difference, refused: await readRefusals(readDb, engine.name) };
    });
  }

  /**
   * Whatever happened to the index while nobody looked: rebuilt if need be and drained; with `compare`, or after a write that failed,
   * also compared with the database and mended. @throws what the engine throws
   */
  async restore({ compare }: { compare: boolean }): Promise<void> {
    const { db, log } = this.options;
    // Another process with other settings may have taken its place in the outbox away.
    await registerEngines(db, [this.engine.name], { only: false });
    if (await this.needsRebuild()) await this.rebuildIfNeeded();
    await this.drain();
    if (compare || this.isUncertain) {
      const difference = await this.verify({ repair: true });
      if (!isInStep(difference)) {
        const { missing, surplus, different } = difference;
        const counts = { missing: missing.length, surplus: surplus.length, different: different.length };
        log("info", "search index mended", { engine: this.engine.name, ...counts });
      }
    }
    this.isUncertain = false;
    this.failures = 0;
    await noteSuccess(db, this.engine.name);
  }

  private async tryRestore(): Promise<boolean> {
    try {
      await this.restore({ compare: true });
      return true;
    } catch (error) {
      if (this.stopped) return false;
      this.failures += 1;
      await this.report(error);
      return false;
    }
  }

  private async *entries(): AsyncGenerator<SearchEntry> {
    for await (const entry of searchEntries(this.options.readDb)) {
      if (this.stopped) throw new Stopped();
      yield entry;
    }
  }

  status(now: Date): Promise<IndexStatus> {
    return readStatus(this.options.readDb, this.engine, now);
  }

  private async report(error: unknown): Promise<void> {
    const { db, log } = this.options;
    const { name } = this.engine;
    this.isUncertain = true;
    log("error", "the search index could not be brought up to date", {
      engine: name,
      failures: this.failures,
      err: error,
    });
    // The failure may be that of the database itself.
    await noteFailure(db, name, explainFailure(error)).catch(() => undefined);
  }
}

const pauseAfter = (failures: number) => Math.min(longestPauseMs, firstPauseMs * 2 ** (failures - 1));
