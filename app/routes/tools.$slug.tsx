import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { aroundEntry } from "~/around-entry.server";
import { toolSource } from "~/domain/citations/citation-sources";
import { listSimilar } from "~/domain/search/similar-entries.server";
import { renderMarkdown } from "~/domain/text/render-markdown.server";
import { getTool } from "~/domain/tools/tool-queries.server";
import { siteOrigin } from "~/site-origin";
import { orNotFound } from "~/ui/not-found";
import { ToolPageView, toolMeta } from "~/ui/tool/tool-page";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const tool = orNotFound(await getTool(context.services.readDb, params.slug ?? ""));
  return {
    tool,
    texts: {
      whatItIs: renderMarkdown(tool.whatItIs),
      whenToUse: renderMarkdown(tool.whenToUse),
      whoDoesIt: renderMarkdown(tool.whoDoesIt),
      whatItNeeds: renderMarkdown(tool.whatItNeeds),
      pitfalls: renderMarkdown(tool.pitfalls),
      howToKnow: renderMarkdown(tool.howToKnow),
    },
    around: await aroundEntry(context, request, tool.id),
    similar: await listSimilar(context.services, tool.id, {
      besides: [...tool.answers, ...tool.usedBy].map(({ other }) => other.id),
    }),
    steps: tool.steps.map(renderMarkdown),
    citation: await context.services.citer.cite(toolSource(tool), `${siteOrigin(context, request)}/tools/${tool.id}`),
  };
}

export const handle = { sameForAll: true };

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => (data ? toolMeta(matches, data.tool) : []);

export default function Tool() {
  return <ToolPageView {...useLoaderData<typeof loader>()} />;
}
