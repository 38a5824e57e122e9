import { type AppLoadContext, data, redirect } from "@remix-run/node";
import type { Edited } from "~/domain/editions/edit.server";
import type { Conflicts } from "~/domain/editions/edition";
import { takeBackForm } from "~/domain/editions/edition-forms";
import { takeBack } from "~/domain/editions/take-back.server";
import type { Actor } from "~/domain/people/person-policy";
import type { TermUses } from "~/domain/vocabularies/term-use";
import { doing } from "~/signed-in.server";
import type { FormMessage } from "~/ui/form/form-message";
import { type Refused, readForm, refuseField } from "~/ui/form/read-form";

/** What an action of an editing page answers when it sends the form back; `conflicts` are what stands there now, `uses` what uses it. */
export function refuseEdit(
  context: AppLoadContext,
  refused: Refused,
  conflicts: Conflicts | null = null,
  status = 422,
  uses: TermUses | null = null,
) {
  context.refused = true;
  return data({ refused, conflicts, uses }, { status });
}

/**
 * Leads on to `to` when it is done; else sends the form back with what stands there now. `field` is what a conflict is about, where
 * the form has no field of that name.
 */
export async function answerEdit(
  context: AppLoadContext,
  form: FormData,
  edited: Edited,
  { to, field, message = "form.conflict" }: { to: string; field?: string; message?: FormMessage },
) {
  if (edited.gone) return refuseEdit(context, refuseField(form, "", "form.gone"), null, 409);
  if (edited.uses) return refuseEdit(context, refuseField(form, "", "form.termUsed"), null, 409, edited.uses);
  if (edited.conflicts) {
    const fields = field === undefined ? Object.keys(edited.conflicts) : [field];
    const errors = Object.fromEntries(fields.map((name) => [name, { message }]));
    return refuseEdit(context, { ...refuseField(form, "", message), errors }, edited.conflicts, 409);
  }
  await context.services.syncIndex();
  return redirect(to);
}

/** Takes back the edition that a form of its history names. */
export async function answerTakeBack(context: AppLoadContext, actor: Actor, form: FormData, to: string) {
  const { data: read, refused } = readForm(takeBackForm, form);
  if (!read) return refuseEdit(context, refused);
  const edited = await takeBack(context.services.db, doing(context, actor), read.number);
  return answerEdit(context, form, edited, { to, field: "", message: "form.editedSince" });
}

/** What the address says was just done. */
export const justDone = (request: Request) =>
  (["saved", "takenBackNow"] as const).find((done) => new URL(request.url).searchParams.has(done)) ?? null;

/** Fields of a form that are filled in. */
export const filled = (fields: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== ""));
