import type { AppLoadContext } from "@remix-run/node";
import { refuse } from "~/signed-in.server";
import { giveBack } from "~/ui/form/read-form";
import { isResumed } from "~/ui/form/typed";

/**
 * What was typed into a form whose session had ended, sent by the page that kept it, once its writer has signed in: its texts go back into
 * their fields, and nothing is done yet. @returns null for any other form
 */
export const resume = (context: AppLoadContext, form: FormData) =>
  isResumed(form) ? refuse(context, giveBack(form), 200) : null;
