import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readTypedForm } from "~/contribution-at-hand.server";
import { listOpenReports } from "~/domain/threads/report-queries.server";
import { stateOf } from "~/domain/threads/thread";
import { resume } from "~/resumed-form.server";
import { personal, requireActor } from "~/signed-in.server";
import { tendMessage } from "~/tend-message.server";
import { messageAtHand } from "~/thread-at-hand.server";
import { toMessageView, toThreadView } from "~/thread-views.server";
import { MessagePage, messageMeta } from "~/ui/threads/message-page";

export { SendingError as ErrorBoundary } from "~/ui/contribution/session-ended-page";

export const headers = personal;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { readDb, now } = context.services;
  const atHand = await messageAtHand(context, request, params);
  const { actor, place, thread, message } = atHand;
  const view = toMessageView(actor, atHand, now());
  return {
    thread: toThreadView(actor, place, thread),
    message: view,
    text: view.may.edit ? message.text : "",
    seen: stateOf(message),
    reports: view.may.judge ? await listOpenReports(readDb, thread.id, message.number) : [],
    reported: new URL(request.url).searchParams.has("reported"),
    signedIn: actor !== null,
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await readTypedForm(context, request);
  const actor = await requireActor(context, request);
  const { thread, message } = await messageAtHand(context, request, params);
  const resumed = resume(context, form);
  if (resumed) return resumed;
  return tendMessage(context, actor, { threadId: thread.id, number: message.number }, form);
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => (data ? messageMeta(matches, data) : []);

export default function Message() {
  const refused = useActionData<typeof action>()?.refused;
  return <MessagePage {...useLoaderData<typeof loader>()} refused={refused} />;
}
