import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { beginThread, entryToDiscuss, showDiscussion } from "~/discussion.server";
import { findRedirect, getProvision } from "~/domain/documents/provision-queries.server";
import { personal } from "~/signed-in.server";
import { errorMeta } from "~/ui/meta";
import { DiscussionPage, discussionMeta } from "~/ui/threads/discussion-page";

export { SendingError as ErrorBoundary } from "~/ui/contribution/session-ended-page";

export const headers = personal;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { slug = "", eid = "" } = params;
  const { readDb } = context.services;
  // What moved is talked about where it is now.
  const provision = await getProvision(readDb, slug, eid);
  const moved = provision?.current ? undefined : await findRedirect(readDb, slug, eid);
  if (moved) throw redirect(`/documents/${slug}/${moved}/discussion`, 301);
  return showDiscussion(context, request, await placeOf(context, slug, eid));
}

export async function action({ params: { slug = "", eid = "" }, request, context }: ActionFunctionArgs) {
  return beginThread(context, request, await placeOf(context, slug, eid));
}

const placeOf = (context: LoaderFunctionArgs["context"], slug: string, eid: string) =>
  entryToDiscuss(context, `/documents/${slug}/${eid}`, `${slug}/${eid}`);

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? discussionMeta(matches, data) : errorMeta(matches);

export default function ProvisionDiscussion() {
  const refused = useActionData<typeof action>()?.refused;
  return <DiscussionPage {...useLoaderData<typeof loader>()} refused={refused} />;
}
