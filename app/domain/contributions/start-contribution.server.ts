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
}

/** Begins a draft with its title; in answer to a call, with what that looks for already linked. @returns its id @throws Response for who has no account */
export async function startContribution(
  db: Db,
  actor: Actor,
  { kind, title, language, call = null }: Start,
  now: Date,
): Promise<string> {
  return db.transaction().execute(async (trx) => {
    const id = await addDraft(trx, actor, { kind, values: { title, language } }, now);
    if (call !== null) await answerCall(trx, id, call, now);
    return id;
  });
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
