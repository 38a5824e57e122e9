import { addContributionLink } from "~/domain/links/add-contribution-link.server";
import { changeContributionLink } from "~/domain/links/change-contribution-link.server";
import { linkFormOf } from "~/domain/links/contribution-link";
import { dismissSuggestion } from "~/domain/links/dismiss-suggestion.server";
import { addLinkForm, changeLinkForm, targetForm } from "~/domain/links/link-forms";
import { recallSuggestion } from "~/domain/links/recall-suggestion.server";
import { removeContributionLink } from "~/domain/links/remove-contribution-link.server";
import { restoreContributionLink } from "~/domain/links/restore-contribution-link.server";
import type { Actor } from "~/domain/people/person-policy";
import type { FormMessage } from "~/ui/form/form-message";
import { type Refused, readForm } from "~/ui/form/read-form";
import type { Db } from "~db/client.server";

interface Draft {
  db: Db;
  actor: Actor;
  id: string;
  now: Date;
}

type Answer =
  | { done: "added" | "changed" | "removed" | "restored" | "dismissed" | "recalled"; to: string }
  | { refused: Refused; status: 409 | 422 };

type Problem = [field: string, message: FormMessage, status?: 409];

/** Why a form was not done; what is missing here was done. */
const problems: Record<string, Problem> = {
  noTarget: ["to", "form.wrong"],
  wrongType: ["type", "form.wrong"],
  wrongEvidence: ["evidence", "form.peerConfirmed"],
  alreadyLinked: ["to", "form.alreadyLinked", 409],
  tooMany: ["to", "form.tooMany"],
  conflict: ["note", "form.conflict", 409],
  gone: ["", "form.gone", 409],
};

const simple = {
  remove: removeContributionLink,
  restore: restoreContributionLink,
  dismiss: dismissSuggestion,
  recall: recallSuggestion,
} as const;

/** Does what one of the forms of the page of links asks for. @throws Response */
export async function sendLinkForm({ db, actor, id, now }: Draft, form: FormData): Promise<Answer> {
  const name = String(form.get("form") ?? "");
  if (name.startsWith("link-")) {
    const { data, refused } = readForm(changeLinkForm, form);
    if (refused) return { refused: placed(form, refused), status: 422 };
    const outcome = await changeContributionLink(db, actor, id, data, now);
    return outcome === "changed" ? { done: outcome, to: data.to } : refusal(form, changeLinkForm, outcome);
  }
  if (Object.hasOwn(simple, name)) {
    const { data, refused } = readForm(targetForm, form);
    if (refused) return { refused, status: 422 };
    const outcome = await simple[name as keyof typeof simple](db, actor, id, data.to, now);
    return outcome === "gone" || outcome === "noTarget"
      ? refusal(form, targetForm, outcome)
      : { done: outcome, to: data.to };
  }
  // A form without a name adds, too: it says to what.
  const { data, refused } = readForm(addLinkForm, form);
  if (refused) return { refused, status: 422 };
  const outcome = await addContributionLink(db, actor, id, data, now);
  return outcome === "added" ? { done: outcome, to: data.to } : refusal(form, addLinkForm, outcome);
}

type Schema = typeof changeLinkForm | typeof targetForm | typeof addLinkForm;

function refusal(form: FormData, schema: Schema, outcome: string): Answer {
  const [field, message, status = 422] = problems[outcome] ?? ["", "form.wrong"];
  const values = Object.fromEntries(Object.keys(schema.shape).map((name) => [name, String(form.get(name) ?? "")]));
  const refused = { form: String(form.get("form") ?? ""), errors: { [field]: { message } }, values };
  return { refused: placed(form, refused), status };
}

/** A line's form is known by the entry that it leads to, whatever name was sent; what is wrong with what nobody sees is about the form. */
function placed(form: FormData, refused: Refused): Refused {
  if (!refused.form.startsWith("link-")) return refused;
  const seen = Object.entries(refused.errors).map(([field, error]) => [/^was/.test(field) ? "" : field, error]);
  return { ...refused, form: linkFormOf(String(form.get("to") ?? "")), errors: Object.fromEntries(seen) };
}
