import type { Db } from "~db/client.server";
import type { NotificationKind } from "./notification";

interface News {
  kind: NotificationKind;
  subject: { kind: string; id: string };
  /**
   * What its sentence names besides: `title`; `path` where it leads elsewhere than to the page of its subject. No names of people: those
   * who may not be named, or have erased their account, would stand here.
   */
  details?: Record<string, string | number | null>;
  /** Whether something waits for whom it is told to. */
  waits: boolean;
  /** Something that is told to a person once, however often it is found. */
  onceKey?: string;
}

/** Tells people something, once each, in the transaction that made it so; mails follow on the clock. */
export async function tell(trx: Db, people: readonly string[], news: News, at: Date): Promise<void> {
  const rows = [...new Set(people)].map((person_id) => ({
    person_id,
    kind: news.kind,
    subject_kind: news.subject.kind,
    subject_id: news.subject.id,
    details: JSON.stringify(news.details ?? {}),
    waits: news.waits ? (1 as const) : (0 as const),
    created_at: at.toISOString(),
    once_key: news.onceKey ?? null,
  }));
  if (rows.length === 0) return;
  await trx
    .insertInto("notification")
    .values(rows)
    .onConflict((conflict) => conflict.columns(["person_id", "once_key"]).doNothing())
    .execute();
}
