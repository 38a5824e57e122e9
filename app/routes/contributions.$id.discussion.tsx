import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readTypedForm } from "~/contribution-at-hand.server";
import { beginThread, showDiscussion } from "~/discussion.server";
import { getSubmissionPlace } from "~/domain/threads/place-queries.server";
import { personal, requireActor } from "~/signed-in.server";
import { errorMeta } from "~/ui/meta";
import { orNotFound } from "~/ui/not-found";
import { DiscussionPage, discussionMeta } from "~/ui/threads/discussion-page";

export { SendingError as ErrorBoundary } from "~/ui/contribution/session-ended-page";

export const headers = personal;

export async function loader({ params: { id = "" }, request, context }: LoaderFunctionArgs) {
  await requireActor(context, request);
  return showDiscussion(context, request, orNotFound(await getSubmissionPlace(context.services.readDb, id)));
}

export async function action({ params: { id = "" }, request, context }: ActionFunctionArgs) {
  const form = await readTypedForm(context, request);
  const place = orNotFound(await getSubmissionPlace(context.services.readDb, id));
  return beginThread(context, request, place, form);
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? discussionMeta(matches, data) : errorMeta(matches);

export default function SubmissionDiscussion() {
  const refused = useActionData<typeof action>()?.refused;
  return <DiscussionPage {...useLoaderData<typeof loader>()} refused={refused} />;
}
