import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readTypedForm } from "~/contribution-at-hand.server";
import { listOpenReports } from "~/domain/threads/report-queries.server";
import { messagePath, stateOf } from "~/domain/threads/thread";
import { canSeeThreads } from "~/domain/threads/thread-policy";
import { resume } from "~/resumed-form.server";
import { personal, requireActor } from "~/signed-in.server";
import { tendMessage } from "~/tend-message.server";
import { type MessageAtHand, messageAtHand } from "~/thread-at-hand.server";
import { toMessageView, toThreadView } from "~/thread-views.server";
import { errorMeta } from "~/ui/meta";
import { MessagePage, messageMeta } from "~/ui/threads/message-page";

export { SendingError as ErrorBoundary } from "~/ui/contribution/session-ended-page";

export const headers = personal;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { now } = context.services;
  const atHand = await messageAtHand(context, request, params);
  const { actor, place, thread, message } = atHand;
  const view = toMessageView(actor, atHand, now());
  return {
    thread: toThreadView(actor, place, thread),
    message: view,
    text: view.may.edit ? message.text : "",
    seen: stateOf(message),
    alone: !canSeeThreads(actor, place),
    reports: view.may.judge ? await reportsFor(context, atHand) : [],
    reported: new URL(request.url).searchParams.has("reported"),
    signedIn: actor !== null,
  };
}

/** Who reported it takes part in a review: to whom does not, they have no name. */
async function reportsFor({ services }: AppLoadContext, { actor, place, thread, message }: MessageAtHand) {
  const reports = await listOpenReports(services.readDb, thread.id, message.number);
  return canSeeThreads(actor, place) ? reports : reports.map((report) => ({ ...report, by: null }));
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await readTypedForm(context, request);
  const actor = await requireActor(context, request);
  const { place, thread, message } = await messageAtHand(context, request, params);
  const resumed = resume(context, form);
  if (resumed) return resumed;
  const ref = { threadId: thread.id, number: message.number };
  const to = canSeeThreads(actor, place) ? messagePath(ref.threadId, ref.number) : "/admin/reports";
  return tendMessage(context, actor, ref, { form, to });
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? messageMeta(matches, data) : errorMeta(matches);

export default function Message() {
  const refused = useActionData<typeof action>()?.refused;
  return <MessagePage {...useLoaderData<typeof loader>()} refused={refused} />;
}
