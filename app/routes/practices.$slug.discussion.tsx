import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { beginThread, entryToDiscuss, showDiscussion } from "~/discussion.server";
import { showTombstone } from "~/published-experience.server";
import { personal } from "~/signed-in.server";
import { TombstonePage, tombstoneMeta } from "~/ui/experience/tombstone-page";
import { errorMeta } from "~/ui/meta";
import { DiscussionPage, discussionMeta } from "~/ui/threads/discussion-page";

export { SendingError as ErrorBoundary } from "~/ui/contribution/session-ended-page";

export const headers = personal;

export async function loader({ params: { slug = "" }, request, context }: LoaderFunctionArgs) {
  const withdrawn = await showTombstone(context, request, "practice", slug);
  if (withdrawn) return withdrawn;
  const place = await entryToDiscuss(context, `/practices/${slug}`, slug);
  return { discussion: await showDiscussion(context, request, place) };
}

export async function action({ params: { slug = "" }, request, context }: ActionFunctionArgs) {
  return beginThread(context, request, await entryToDiscuss(context, `/practices/${slug}`, slug));
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  if (!data) return errorMeta(matches);
  return "tombstone" in data ? tombstoneMeta(matches, data.tombstone) : discussionMeta(matches, data.discussion);
};

export default function PracticeDiscussion() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused;
  if ("tombstone" in page) return <TombstonePage {...page.tombstone} />;
  return <DiscussionPage {...page.discussion} refused={refused} />;
}
