import { type AppLoadContext, redirect } from "@remix-run/node";
import type { Actor } from "~/domain/people/person-policy";
import { replyToThread } from "~/domain/threads/reply-to-thread.server";
import { messagePath } from "~/domain/threads/thread";
import { readNumber, replyForm } from "~/domain/threads/thread-forms";
import { readLanguage } from "~/i18n/language";
import { renderMessage } from "~/render-message.server";
import { doing, refuse } from "~/signed-in.server";
import { readForm, refuseField } from "~/ui/form/read-form";

/** Puts what the form holds at the end of a thread. */
export async function sendReply(
  context: AppLoadContext,
  request: Request,
  { actor, threadId, form }: { actor: NonNullable<Actor>; threadId: string; form: FormData },
) {
  const { data, refused } = readForm(replyForm, form);
  if (refused) return refuse(context, refused);
  const html = await renderMessage(context, data.text);
  if (html === null) return refuse(context, refuseField(form, "text", "form.cannotRender"));
  const number = readNumber(form.get("quoted"));
  const quoted = number !== null && data.quote !== null ? { number, text: data.quote } : null;
  const reply = { text: data.text, html, language: readLanguage(request), quoted };
  const sent = await replyToThread(context.services.db, doing(context, actor), threadId, reply);
  if ("number" in sent) return redirect(messagePath(threadId, sent.number));
  switch (sent.problem) {
    case "often":
      return refuse(context, refuseField(form, "", "form.oftenWritten"), 429);
    case "locked":
      return refuse(context, refuseField(form, "", "form.threadLocked"), 409);
    case "not-quoted":
      return refuse(context, refuseField(form, "quote", "form.notQuoted"));
  }
}
