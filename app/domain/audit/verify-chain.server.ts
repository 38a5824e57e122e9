import type { Db } from "~db/client.server";
import { type AuditEvent, beginning, digestOf, hashOf } from "./chain.server";

/** How far the log reaches. Kept elsewhere, it shows that nobody has written a part of the log anew. */
export interface AuditHead {
  number: number;
  hash: string;
}

/** What is wrong with a row: its words or its place do not fit its hash, it is not there, or nobody knows of it. */
export interface AuditProblem {
  number: number;
  what: "edited" | "removed" | "added";
}

export interface AuditReport {
  /** Null: nothing was ever done. */
  head: AuditHead | null;
  events: number;
  problems: AuditProblem[];
}

const atATime = 1000;

/** Reads the whole audit log and names every row that was changed, taken away or put in; `kept` is a head of an earlier day. */
export async function verifyChain(db: Db, kept?: AuditHead): Promise<AuditReport> {
  const problems = new Map<number, AuditProblem["what"]>();
  const found = (number: number, what: AuditProblem["what"]) => problems.has(number) || problems.set(number, what);
  let last: AuditHead = { number: 0, hash: beginning };
  let events = 0;
  let isKeptThere = kept === undefined;
  for await (const event of readEvents(db)) {
    events += 1;
    if (event.number < 1) {
      found(event.number, "added");
      continue;
    }
    for (let number = last.number + 1; number < event.number; number++) found(number, "removed");
    if (!isWhole(event)) found(event.number, "edited");
    // The row knows another one before it than the one that is there.
    if (event.number === last.number + 1 && event.previous_hash !== last.hash) {
      found(last.number === 0 ? event.number : last.number, "edited");
    }
    if (event.number === kept?.number) {
      isKeptThere = true;
      if (event.hash !== kept.hash) found(event.number, "edited");
    }
    last = { number: event.number, hash: event.hash };
  }
  const head = await db.selectFrom("audit_head").where("id", "=", 1).select(["number", "hash"]).executeTakeFirst();
  const known = head ?? { number: 0, hash: beginning };
  for (let number = known.number + 1; number <= last.number; number++) found(number, "added");
  for (let number = last.number + 1; number <= known.number; number++) found(number, "removed");
  if (known.number === last.number && known.hash !== last.hash) found(last.number, "edited");
  if (kept && !isKeptThere) found(kept.number, "removed");
  return {
    head: last.number > 0 ? last : null,
    events,
    problems: [...problems].map(([number, what]) => ({ number, what })).sort((a, b) => a.number - b.number),
  };
}

/** Whether a row's words are those that were hashed, and its address the one of its digest. */
const isWhole = (event: AuditEvent): boolean =>
  hashOf(event) === event.hash &&
  (event.address === null
    ? event.address_salt === null
    : digestOf(event.address, event.address_salt ?? "") === event.address_digest);

async function* readEvents(db: Db): AsyncGenerator<AuditEvent> {
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const rows = await db
      .selectFrom("audit_event")
      .where("number", ">", after)
      .orderBy("number")
      .limit(atATime)
      .selectAll()
      .execute();
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < atATime) return;
    after = last.number;
  }
}
