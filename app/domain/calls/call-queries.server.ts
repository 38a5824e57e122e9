import { toLabel } from "~/domain/vocabularies/vocabulary";
import type { Db } from "~db/client.server";
import type { CallStatus } from "~db/schema/call";
import { type Call, isOpen } from "./call";

const selectCalls = (db: Db) =>
  db
    .selectFrom("call")
    .leftJoin("entry as network", "network.id", "call.network_id")
    .leftJoin("provision", "provision.id", "call.recommendation_id")
    .leftJoin("entry as provision_entry", "provision_entry.id", "provision.id")
    .leftJoin("document", "document.id", "provision.document_id")
    .leftJoin("entry as tool", "tool.id", "call.tool_id")
    .leftJoin("region", "region.code", "call.region_code")
    .leftJoin("term", (join) => join.onRef("term.code", "=", "call.theme_code").on("term.vocabulary", "=", "theme"))
    .select(["call.id", "call.status", "call.language", "call.title", "call.text", "call.deadline"])
    .select(["call.published_at", "call.closed_at", "network.id as network_id", "network.title as network_name"])
    .select(["provision.id as provision_id", "provision.eid", "provision.label", "document.short_title"])
    .select(["provision_entry.summary", "tool.id as tool_id", "tool.title as tool_name"])
    .select(["region.code as region_code", "term.code as theme_code"])
    .select(["region.label_en as region_en", "region.label_fr as region_fr", "region.label_es as region_es"])
    .select(["term.label_en", "term.label_fr", "term.label_es"]);

type CallRow = Awaited<ReturnType<ReturnType<typeof selectCalls>["execute"]>>[number];

const text = (value: string | null): string => value ?? "";

const toCall = (row: CallRow): Call => ({
  id: row.id,
  status: row.status,
  language: row.language,
  title: row.title,
  text: row.text,
  network: row.network_id === null ? null : { id: row.network_id, name: text(row.network_name) },
  recommendation:
    row.provision_id === null
      ? null
      : {
          id: row.provision_id,
          eid: text(row.eid),
          label: row.label,
          shortTitle: text(row.short_title),
          summary: row.summary,
        },
  tool: row.tool_id === null ? null : { id: row.tool_id, name: text(row.tool_name) },
  region:
    row.region_code === null
      ? null
      : {
          code: row.region_code,
          label: { en: text(row.region_en), fr: text(row.region_fr), es: text(row.region_es) },
        },
  theme:
    row.theme_code === null
      ? null
      : {
          code: row.theme_code,
          label: toLabel({
            label_en: text(row.label_en),
            label_fr: text(row.label_fr),
            label_es: text(row.label_es),
          }),
        },
  deadline: row.deadline,
  publishedAt: row.published_at,
  closedAt: row.closed_at,
});

/** What is called for already in somebody's name, or drafted: a second press of the button wants no second call. */
export async function findStandingCall(
  db: Db,
  { network, recommendation, tool, region, theme }: Record<CallTarget, string | null>,
  now: Date,
): Promise<Call | undefined> {
  const rows = await selectCalls(db)
    .where("call.status", "in", ["draft", "published"])
    .where("call.network_id", "is not distinct from", network)
    .where("call.recommendation_id", "is not distinct from", recommendation)
    .where("call.tool_id", "is not distinct from", tool)
    .where("call.region_code", "is not distinct from", region)
    .where("call.theme_code", "is not distinct from", theme)
    .orderBy("call.created_at")
    .execute();
  return rows.map(toCall).find((call) => call.status === "draft" || isOpen(call, now));
}

type CallTarget = "network" | "recommendation" | "tool" | "region" | "theme";

export async function getCall(db: Db, id: string): Promise<Call | undefined> {
  const row = await selectCalls(db).where("call.id", "=", id).executeTakeFirst();
  return row && toCall(row);
}

/** The call, while contributions may be begun from it. */
export async function getOpenCall(db: Db, id: string, now: Date): Promise<Call | undefined> {
  const call = await getCall(db, id);
  return call && isOpen(call, now) ? call : undefined;
}

/** Published and closed calls, newest first; of one network, where one is given. */
export async function listCalls(db: Db, networkId?: string): Promise<Call[]> {
  const rows = await selectCalls(db)
    .where("call.status", "in", ["published", "closed"])
    .$if(networkId !== undefined, (query) => query.where("call.network_id", "=", networkId ?? null))
    .orderBy("call.published_at", "desc")
    .limit(200)
    .execute();
  return rows.map(toCall);
}

/** Drafts in the name of these networks; `all`: of the whole site too. */
export async function listCallDrafts(db: Db, networkIds: string[] | "all"): Promise<Call[]> {
  const rows = await selectCalls(db)
    .where("call.status", "=", "draft")
    .$if(networkIds !== "all", (query) => query.where("call.network_id", "in", networkIds === "all" ? [] : networkIds))
    .orderBy("call.updated_at", "desc")
    .execute();
  return rows.map(toCall);
}

export interface CallAnswer {
  id: string;
  kind: "practice" | "case-study";
  title: string;
  summary: string | null;
  language: string;
}

/** What was published in answer to a call. */
export async function listCallAnswers(db: Db, callId: string): Promise<CallAnswer[]> {
  const rows = await db
    .selectFrom("call_answer")
    .innerJoin("contribution", "contribution.id", "call_answer.contribution_id")
    .innerJoin("entry", "entry.id", "contribution.entry_id")
    .where("call_answer.call_id", "=", callId)
    .where("entry.published_at", "is not", null)
    .orderBy("entry.title")
    .select(["entry.id", "contribution.kind", "entry.title", "entry.summary", "entry.language"])
    .distinct()
    .execute();
  return rows;
}

/** The call that a contribution answers, once it is public. */
export async function getCallOf(
  db: Db,
  contributionId: string,
): Promise<{ id: string; title: string; language: string } | undefined> {
  return db
    .selectFrom("call_answer")
    .innerJoin("call", "call.id", "call_answer.call_id")
    .where("call_answer.contribution_id", "=", contributionId)
    .where("call.status", "!=", "draft" satisfies CallStatus)
    .select(["call.id", "call.title", "call.language"])
    .executeTakeFirst();
}
