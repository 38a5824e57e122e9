import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { showVersion } from "~/published-experience.server";
import { PublishedPage, publishedMeta } from "~/ui/experience/published-page";

export const loader = ({ params, request, context }: LoaderFunctionArgs) =>
  showVersion(context, request, "practice", params.slug, params.version);

export const handle = { sameForAll: true };

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => publishedMeta(matches, data);

export default function PracticeVersion() {
  return <PublishedPage {...useLoaderData<typeof loader>()} />;
}
