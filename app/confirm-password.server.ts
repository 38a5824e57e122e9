import type { AppLoadContext } from "@remix-run/node";
import { confirmPassword } from "~/domain/people/confirm-password.server";
import { refuse } from "~/signed-in.server";
import { refuseField } from "~/ui/form/read-form";

/** Asks for the password once more, in the field `current`. @returns the form to send back, or null when it was right */
export async function refuseUnlessConfirmed(context: AppLoadContext, personId: string, form: FormData) {
  const { readDb, limits } = context.services;
  const outcome = await confirmPassword(readDb, limits, personId, String(form.get("current") ?? ""));
  if (outcome === "right") return null;
  return outcome === "often"
    ? refuse(context, refuseField(form, "", "form.often"), 429)
    : refuse(context, refuseField(form, "current", "form.passwordWrong"));
}
