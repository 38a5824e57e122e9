import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readTypedForm } from "~/contribution-at-hand.server";
import { followThread, isFollowVerb } from "~/domain/threads/follow-thread.server";
import { isSettlingVerb, settleThread } from "~/domain/threads/settle-thread.server";
import { resume } from "~/resumed-form.server";
import { sendReply } from "~/send-reply.server";
import { showThread } from "~/show-thread.server";
import { doing, personal, refuse, requireActor } from "~/signed-in.server";
import { threadAtHand } from "~/thread-at-hand.server";
import { refuseField } from "~/ui/form/read-form";
import { errorMeta } from "~/ui/meta";
import { ThreadPage, threadMeta } from "~/ui/threads/thread-page";

export { SendingError as ErrorBoundary } from "~/ui/contribution/session-ended-page";

export const headers = personal;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  return showThread(context, request, await threadAtHand(context, request, params.id));
}

/** Answers, or says what has become of the thread. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await readTypedForm(context, request);
  const actor = await requireActor(context, request);
  const { thread } = await threadAtHand(context, request, params.id);
  const resumed = resume(context, form);
  if (resumed) return resumed;
  const verb = form.get("form");
  if (verb === "reply") return sendReply(context, request, { actor, threadId: thread.id, form });
  if (isFollowVerb(verb)) {
    await followThread(context.services.db, doing(context, actor), thread.id, verb);
    return redirect(`/threads/${thread.id}`);
  }
  if (!isSettlingVerb(verb)) return refuse(context, refuseField(form, "", "form.gone"));
  const settled = await settleThread(context.services.db, doing(context, actor), thread.id, verb);
  if (!settled) return refuse(context, refuseField(form, "", "form.gone"), 409);
  return redirect(`/threads/${thread.id}`);
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? threadMeta(matches, data) : errorMeta(matches);

export default function Thread() {
  const refused = useActionData<typeof action>()?.refused;
  return <ThreadPage {...useLoaderData<typeof loader>()} refused={refused} />;
}
