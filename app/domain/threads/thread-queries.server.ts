import type { SafeHtml } from "~/domain/text/safe-html";
import type { Db } from "~db/client.server";
import { type Message, messagesPerPage, type PlaceRef, type Thread, threadsPerPage } from "./thread";

const selectThreads = (db: Db) =>
  db
    .selectFrom("thread")
    .select(["thread.id", "thread.entry_id", "thread.contribution_id", "thread.title", "thread.language"])
    .select(["thread.quote", "thread.quote_field", "thread.started_by", "thread.created_at", "thread.last_at"])
    .select(["thread.last_number", "thread.resolved_at", "thread.locked_at"]);

type ThreadRow = Awaited<ReturnType<ReturnType<typeof selectThreads>["execute"]>>[number];

const toThread = (row: ThreadRow): Thread => ({
  id: row.id,
  place:
    row.entry_id === null ? { kind: "submission", id: row.contribution_id ?? "" } : { kind: "entry", id: row.entry_id },
  title: row.title,
  language: row.language,
  quote: row.quote === null ? null : { text: row.quote, field: row.quote_field },
  startedBy: row.started_by,
  createdAt: row.created_at,
  lastAt: row.last_at,
  messages: row.last_number,
  resolvedAt: row.resolved_at,
  lockedAt: row.locked_at,
});

const columnOf = { entry: "thread.entry_id", submission: "thread.contribution_id" } as const;

export async function getThread(db: Db, id: string): Promise<Thread | undefined> {
  const row = await selectThreads(db).where("thread.id", "=", id).executeTakeFirst();
  return row && toThread(row);
}

export interface ThreadLine extends Thread {
  first: Pick<Message, "writer" | "side" | "reviewerNumber">;
}

/** Threads of a place: what is open first, then what was written last. `ids`: of a provision that moved, its old ones too. */
export async function listThreads(
  db: Db,
  place: { kind: PlaceRef["kind"]; ids: readonly string[] },
  page: number,
): Promise<{ total: number; threads: ThreadLine[] }> {
  const rows = await selectThreads(db)
    .innerJoin("thread_message as first", (join) =>
      join.onRef("first.thread_id", "=", "thread.id").on("first.number", "=", 1),
    )
    .leftJoin("person", "person.id", "first.writer_id")
    .where(columnOf[place.kind], "in", place.ids)
    .orderBy((eb) => eb("thread.resolved_at", "is not", null))
    .orderBy("thread.last_at", "desc")
    .orderBy("thread.id")
    .limit(threadsPerPage)
    .offset((page - 1) * threadsPerPage)
    .select(["first.writer_id", "first.side", "first.reviewer_number", "person.name", "person.listed"])
    .execute();
  return {
    total: await countThreads(db, place),
    threads: rows.map((row) => ({ ...toThread(row), first: toWriter(row) })),
  };
}

export async function countThreads(
  db: Db,
  { kind, ids }: { kind: PlaceRef["kind"]; ids: readonly string[] },
): Promise<number> {
  const { total } = await db
    .selectFrom("thread")
    .where(columnOf[kind], "in", ids)
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  return total;
}

/** An entry with the ids that it had before: provisions move. */
export async function listFormerIds(db: Db, id: string): Promise<string[]> {
  const [document = "", eid] = id.split("/");
  if (eid === undefined) return [id];
  const rows = await db
    .selectFrom("provision_redirect")
    .where("document_id", "=", document)
    .where("to_eid", "=", eid)
    .select("from_eid")
    .execute();
  return [id, ...rows.map(({ from_eid }) => `${document}/${from_eid}`)];
}

const selectMessages = (db: Db, threadId: string) =>
  db
    .selectFrom("thread_message as message")
    .leftJoin("person", "person.id", "message.writer_id")
    .where("message.thread_id", "=", threadId)
    .select(["message.number", "message.writer_id", "message.side", "message.reviewer_number", "message.language"])
    .select(["message.text", "message.html", "message.quoted_number", "message.quote", "message.written_at"])
    .select(["message.edited_at", "message.removed_at", "message.removed_by", "message.removal_reason"])
    .select(["person.name", "person.listed"])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom("thread_report as report")
          .whereRef("report.thread_id", "=", "message.thread_id")
          .whereRef("report.number", "=", "message.number")
          .where("report.outcome", "is", null)
          .select("report.id"),
      ).as("reported"),
    )
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom("thread_report as report")
          .whereRef("report.thread_id", "=", "message.thread_id")
          .whereRef("report.number", "=", "message.number")
          .select("report.id"),
      ).as("ever_reported"),
    );

type MessageRow = Awaited<ReturnType<ReturnType<typeof selectMessages>["execute"]>>[number];

const toWriter = (
  row: Pick<MessageRow, "writer_id" | "name" | "listed" | "side" | "reviewer_number">,
): Pick<Message, "writer" | "side" | "reviewerNumber"> => ({
  writer: row.writer_id === null ? null : { id: row.writer_id, name: row.name ?? "", listed: row.listed === 1 },
  side: row.side,
  reviewerNumber: row.reviewer_number,
});

const toMessage = (row: MessageRow): Message => ({
  ...toWriter(row),
  number: row.number,
  language: row.language,
  text: row.text,
  html: row.html as SafeHtml,
  quoted: row.quoted_number === null ? null : { number: row.quoted_number, text: row.quote ?? "" },
  writtenAt: row.written_at,
  editedAt: row.edited_at,
  removed: row.removed_by === null ? null : { by: row.removed_by, reason: row.removal_reason },
  reported: Boolean(row.reported),
  everReported: Boolean(row.ever_reported),
});

export async function listMessages(db: Db, threadId: string, page: number): Promise<Message[]> {
  const rows = await selectMessages(db, threadId)
    .where("message.number", ">", (page - 1) * messagesPerPage)
    .orderBy("message.number")
    .limit(messagesPerPage)
    .execute();
  return rows.map(toMessage);
}

export async function getMessage(db: Db, threadId: string, number: number): Promise<Message | undefined> {
  const row = await selectMessages(db, threadId).where("message.number", "=", number).executeTakeFirst();
  return row && toMessage(row);
}
