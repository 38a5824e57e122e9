import { sql } from "kysely";
import type { Db } from "~db/client.server";
import { inTime } from "../failover/in-time";
import type { SearchEngine } from "../port";
import { inBatches } from "./batches";
import { bringInStep } from "./bring-in-step.server";
import { dueRefusals, forgetRefusals, noteRefusal, readRefusals } from "./refusals.server";

const answerPatienceMs = 2000;
/** Any of them may be one that is refused, too. */
const othersTried = 3;

/**
 * Brings entries in step past those that the engine refuses: they are taken out of the index, as what it last had of them may have
 * been withdrawn, and set aside. Nobody else may write to the index meanwhile.
 */
export class RefusedEntries {
  constructor(
    private readonly db: Db,
    private readonly readDb: Db,
    private readonly engine: SearchEngine,
  ) {}

  /**
   * What was refused before is tried by itself; with `sift`, what is refused now is searched for and set aside.
   * @throws what the engine throws when that is not about an entry
   */
  async bring(ids: string[], { sift }: { sift: boolean }): Promise<void> {
    const refused = new Set((await readRefusals(this.readDb, this.engine.name)).map(({ id }) => id));
    const others = ids.filter((id) => !refused.has(id));
    if (sift) for (const batch of inBatches(others)) await this.sift(batch);
    else await bringInStep(this.readDb, this.engine, others);
    for (const id of ids) if (refused.has(id)) await this.tryAgain(id);
  }

  /** Those that were left alone for long enough. @throws what the engine throws when that is not about an entry */
  async tryDue(): Promise<void> {
    for (const id of await dueRefusals(this.readDb, this.engine.name)) await this.tryAgain(id);
  }

  private async tryAgain(id: string): Promise<void> {
    if (await this.sift([id])) await forgetRefusals(this.db, this.engine.name, [id]);
  }

  /** By halves until those that are refused stand alone. Whether all were taken. */
  private async sift(ids: string[]): Promise<boolean> {
    try {
      await bringInStep(this.readDb, this.engine, ids);
      return true;
    } catch (error) {
      if (!(await this.takesOthers(ids))) throw error;
      const [id = "", ...more] = ids;
      if (more.length > 0) {
        const half = Math.ceil(ids.length / 2);
        const first = await this.sift(ids.slice(0, half));
        return (await this.sift(ids.slice(half))) && first;
      }
      const message = error instanceof Error ? error.message : String(error);
      await noteRefusal(this.db, this.engine.name, id, message.slice(0, 500));
      await this.engine.remove([id]);
      return false;
    }
  }

  /** An engine that takes others is well: what it did not take is at fault. */
  private async takesOthers(ids: string[]): Promise<boolean> {
    if (!(await succeeds(inTime(this.engine.count(), answerPatienceMs)))) return false;
    const others = await this.readDb
      .selectFrom("entry")
      .select("id")
      .where("published_at", "is not", null)
      .where("id", "not in", ids)
      .where("id", "not in", ({ selectFrom }) => selectFrom("search_refusal").select("entry_id"))
      .orderBy(sql`random()`)
      .limit(othersTried)
      .execute();
    for (const { id } of others) if (await succeeds(bringInStep(this.readDb, this.engine, [id]))) return true;
    return false;
  }
}

const succeeds = (task: Promise<unknown>) =>
  task.then(
    () => true,
    () => false,
  );
