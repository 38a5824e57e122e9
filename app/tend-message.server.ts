import { type AppLoadContext, redirect } from "@remix-run/node";
import type { Actor } from "~/domain/people/person-policy";
import { dismissReports } from "~/domain/threads/dismiss-reports.server";
import { editMessage } from "~/domain/threads/edit-message.server";
import type { MessageRef } from "~/domain/threads/message-at-hand.server";
import { removeMessage } from "~/domain/threads/remove-message.server";
import { reportMessage } from "~/domain/threads/report-message.server";
import { editForm, reasonForm, removalForm, sureForm } from "~/domain/threads/thread-forms";
import { renderMessage } from "~/render-message.server";
import { doing, refuse } from "~/signed-in.server";
import { readForm, refuseField } from "~/ui/form/read-form";

/** What a form of a message's own page asks for: its writer mends it or takes it back, readers report it, coordinators decide. Then leads to `to`. */
export async function tendMessage(
  context: AppLoadContext,
  actor: NonNullable<Actor>,
  ref: MessageRef,
  { form, to }: { form: FormData; to: string },
) {
  const { db } = context.services;
  const doer = doing(context, actor);
  const answer = (done: boolean) =>
    done ? redirect(to) : refuse(context, refuseField(form, "", "form.messageMoved"), 409);
  switch (form.get("form")) {
    case "edit": {
      const read = readForm(editForm, form);
      if (read.refused) return refuse(context, read.refused);
      const html = await renderMessage(context, read.data.text);
      if (html === null) return refuse(context, refuseField(form, "text", "form.cannotRender"));
      const seen = String(form.get("seen") ?? "");
      return answer(await editMessage(db, doer, ref, { text: read.data.text, html, seen }));
    }
    case "take-back": {
      const read = readForm(sureForm, form);
      if (read.refused) return refuse(context, read.refused);
      return answer(await removeMessage(db, doer, ref, null));
    }
    case "report": {
      const read = readForm(reasonForm, form);
      if (read.refused) return refuse(context, read.refused);
      const outcome = await reportMessage(db, doer, ref, read.data.reason);
      if (outcome === "often") return refuse(context, refuseField(form, "", "form.oftenWritten"), 429);
      return outcome === "gone" ? answer(false) : redirect(`/threads/${ref.threadId}/${ref.number}?reported`);
    }
    case "remove": {
      const read = readForm(removalForm, form);
      if (read.refused) return refuse(context, read.refused);
      return answer(await removeMessage(db, doer, ref, read.data.reason));
    }
    case "dismiss":
      return answer(await dismissReports(db, doer, ref));
    default:
      return refuse(context, refuseField(form, "", "form.gone"));
  }
}
