import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { showLatest } from "~/published-experience.server";
import { PublishedPage, publishedMeta } from "~/ui/experience/published-page";

export const loader = ({ params, request, context }: LoaderFunctionArgs) =>
  showLatest(context, request, "case-study", params.slug);

export const handle = { sameForAll: true };

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => publishedMeta(matches, data);

export default function CaseStudy() {
  return <PublishedPage {...useLoaderData<typeof loader>()} />;
}
