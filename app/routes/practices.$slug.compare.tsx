import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { showComparison } from "~/published-experience.server";
import { ComparePage, compareMeta } from "~/ui/experience/compare-page";

export const loader = ({ params, request, context }: LoaderFunctionArgs) =>
  showComparison(context, request, "practice", params.slug);

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => compareMeta(matches, data);

export default function ComparePractice() {
  return <ComparePage {...useLoaderData<typeof loader>()} />;
}
