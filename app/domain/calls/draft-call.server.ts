import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Doer } from "~/domain/audit/doer";
import { forbidden } from "~/domain/forbidden";
import type { Db } from "~db/client.server";
import type { callForm } from "./call-form";
import { canCallFor } from "./call-policy";
import { findUnknown, type UnknownTarget } from "./call-targets-queries.server";

export type CallText = z.output<typeof callForm>;

/** Keeps a call that nobody else sees yet. @returns its id, or which field names what is not there */
export async function draftCall(
  db: Db,
  { actor, at }: Doer,
  call: CallText,
): Promise<{ id: string } | { wrong: UnknownTarget }> {
  if (!actor || !canCallFor(actor, call.network)) throw forbidden();
  return db.transaction().execute(async (trx) => {
    const wrong = await findUnknown(trx, call);
    if (wrong) return { wrong };
    const id = randomUUID();
    const time = at.toISOString();
    await trx
      .insertInto("call")
      .values({
        id,
        status: "draft",
        ...columnsOf(call),
        created_by: actor.person.id,
        created_at: time,
        updated_at: time,
      })
      .execute();
    return { id };
  });
}

export const columnsOf = (call: CallText) => ({
  network_id: call.network,
  language: call.language,
  title: call.title,
  text: call.text,
  recommendation_id: call.recommendation,
  tool_id: call.tool,
  region_code: call.region,
  theme_code: call.theme,
  deadline: call.deadline,
});
