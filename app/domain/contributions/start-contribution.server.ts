import { createHash } from "node:crypto";
import { getOpenCall } from "~/domain/calls/call-queries.server";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import type { ContributionKind } from "~db/schema/contribution";
import { addDraft } from "./write-draft.server";

interface Start {
  kind: ContributionKind;
  title: string;
  language: string;
  call?: string | null;
  /** The same start with the same key, a second click, makes no second draft. */
  once?: string | null;
}

/** Begins a draft with its title; in answer to a call, with what that looks for already linked. @returns its id @throws Response for who has no account */
export async function startContribution(db: Db, actor: Actor, start: Start, now: Date): Promise<string> {
  const { kind, title, language, call = null } = start;
  const own = idOf(actor, start);
  return db.transaction().execute(async (trx) => {
    const begun = await trx
      .selectFrom("contribution")
      .where("id", "=", own ?? "")
      .select("id")
      .executeTakeFirst();
    if (begun) return begun.id;
    const id = await addDraft(trx, actor, { id: own, kind, values: { title, language } }, now);
    if (call !== null) await answerCall(trx, id, call, now);
    return id;
  });
}

/** The id that follows from the page's key: nobody else's, and another one for each title. */
function idOf(actor: Actor, { kind, title, language, once = null }: Start): string | undefined {
  if (once === null || !actor) return undefined;
  const hash = createHash("sha256").update(JSON.stringify([actor.person.id, once, kind, title, language]));
  return hash.digest("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, "$1-$2-$3-$4-$5");
}

/** A call that was closed meanwhile leaves a contribution like any other. */
async function answerCall(trx: Db, contributionId: string, callId: string, now: Date): Promise<void> {
  const call = await getOpenCall(trx, callId, now);
  if (!call) return;
  await trx.insertInto("call_answer").values({ contribution_id: contributionId, call_id: call.id }).execute();
  const links = [
    ...(call.recommendation ? [{ to_id: call.recommendation.id, type: "implements" as const }] : []),
    ...(call.tool ? [{ to_id: call.tool.id, type: "uses" as const }] : []),
  ].map((link) => ({ ...link, contribution_id: contributionId, evidence: "claimed" as const, note: null }));
  if (links.length > 0) await trx.insertInto("contribution_link").values(links).execute();
}
