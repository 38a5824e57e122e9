import type { ExpressionBuilder } from "kysely";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import type { Database } from "~db/schema/database";
import { getPlace } from "./place-queries.server";
import { canJudgeMessage } from "./thread-policy";
import { getMessage } from "./thread-queries.server";

/** A report on which nobody has decided yet. */
export interface OpenReport {
  id: string;
  reason: string;
  /** Null: the account was erased. */
  by: string | null;
  at: string;
}

export const listOpenReports = (db: Db, threadId: string, number: number): Promise<OpenReport[]> =>
  db
    .selectFrom("thread_report as report")
    .leftJoin("person", "person.id", "report.reporter_id")
    .where("report.thread_id", "=", threadId)
    .where("report.number", "=", number)
    .where("report.outcome", "is", null)
    .orderBy("report.reported_at")
    .select(["report.id", "report.reason", "person.name as by", "report.reported_at as at"])
    .execute();

/** A message that somebody has reported, as a list names it. */
export interface ReportedMessage {
  threadId: string;
  number: number;
  /** Of what the thread is about. */
  title: string;
  language: string;
  since: string;
  reports: number;
}

const selectReported = (db: Db) =>
  db
    .selectFrom("thread_report as report")
    .innerJoin("thread", "thread.id", "report.thread_id")
    .innerJoin("thread_message as message", (join) =>
      join.onRef("message.thread_id", "=", "report.thread_id").onRef("message.number", "=", "report.number"),
    )
    .where("report.outcome", "is", null)
    .groupBy(["report.thread_id", "report.number"])
    .orderBy((eb) => eb.fn.min("report.reported_at"))
    .select(["report.thread_id as threadId", "report.number"])
    .select(({ fn }) => [
      fn.min<string>("report.reported_at").as("since"),
      fn.count<number>("report.id").as("reports"),
    ]);

const notBy = (
  eb: ExpressionBuilder<Database & { message: Database["thread_message"] }, "message">,
  personId: string,
) => eb.or([eb("message.writer_id", "is", null), eb("message.writer_id", "!=", personId)]);

/**
 * What waits for the coordinators of a network: about what it published and about what was submitted to it, except about what
 * `personId` wrote.
 */
export async function listReportedIn(db: Db, networkId: string, personId: string): Promise<ReportedMessage[]> {
  const own = db.selectFrom("contribution_author").where("person_id", "=", personId).select("contribution_id");
  const published = db
    .selectFrom("contribution")
    .where("network_id", "=", networkId)
    .where("entry_id", "is not", null)
    .where("id", "not in", own)
    .select("entry_id");
  const submitted = db
    .selectFrom("contribution")
    .where("network_id", "=", networkId)
    .where("status", "!=", "draft")
    .where("id", "not in", own)
    .select("id");
  const ofEntries = await selectReported(db)
    .innerJoin("entry", "entry.id", "thread.entry_id")
    .where("thread.entry_id", "in", published)
    .where((eb) => notBy(eb, personId))
    .groupBy(["entry.title", "entry.language"])
    .select(["entry.title", "entry.language"])
    .execute();
  const ofSubmissions = await selectReported(db)
    .innerJoin("contribution", "contribution.id", "thread.contribution_id")
    .leftJoin("contribution_field as title", (join) =>
      join.onRef("title.contribution_id", "=", "contribution.id").on("title.field", "=", "title"),
    )
    .where("contribution.id", "in", submitted)
    .where((eb) => notBy(eb, personId))
    .groupBy(["contribution.language", "title.value"])
    .select(["contribution.language", (eb) => eb.fn.coalesce("title.value", eb.val("")).as("title")])
    .execute();
  return [...ofEntries, ...ofSubmissions];
}

/** What waits for administrators: everything public, and of submissions what no coordinator may decide. */
export async function listReportedFor(db: Db, administrator: NonNullable<Actor>): Promise<ReportedMessage[]> {
  const ofEntries = await selectReported(db)
    .innerJoin("entry", "entry.id", "thread.entry_id")
    .groupBy(["entry.title", "entry.language"])
    .select(["entry.title", "entry.language"])
    .execute();
  const ofSubmissions: ReportedMessage[] = [];
  for (const line of await selectReported(db)
    .where("thread.contribution_id", "is not", null)
    .groupBy("thread.contribution_id")
    .select("thread.contribution_id as id")
    .execute()) {
    const { id, ...reported } = line;
    const place = id === null ? undefined : await getPlace(db, { kind: "submission", id });
    const message = await getMessage(db, line.threadId, line.number);
    if (place && message && canJudgeMessage(administrator, place, message)) {
      ofSubmissions.push({ ...reported, title: place.title, language: place.language });
    }
  }
  return [...ofEntries, ...ofSubmissions];
}
