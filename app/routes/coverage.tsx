import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { canDraftCalls } from "~/domain/calls/call-policy";
import { readCoverageView } from "~/domain/coverage/coverage";
import { readCoverage } from "~/domain/coverage/coverage-queries.server";
import { listRecommendations } from "~/domain/documents/recommendation-queries.server";
import { listNetworks } from "~/domain/networks/network-detail-queries.server";
import { readActor } from "~/signed-in.server";
import { CoveragePage } from "~/ui/coverage/coverage-page";
import { keep, keptData } from "~/ui/kept-data";
import { listMeta } from "~/ui/list-meta";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { readDb } = context.services;
  const view = readCoverageView(new URL(request.url).searchParams);
  const recommendations = await listRecommendations(readDb);
  return keep({
    view,
    ...(await readCoverage(readDb, view)),
    documents: [...new Map(recommendations.map(({ document }) => [document.slug, document.shortTitle]))].map(
      ([id, name]) => ({ id, name }),
    ),
    networks: await listNetworks(readDb),
    recommendations: recommendations
      .filter(({ document }) => view.document === null || document.slug === view.document)
      .map(({ id, eid, label, document }) => ({ id, eid, label, shortTitle: document.shortTitle })),
    calls: canDraftCalls(await readActor(context, request)),
  });
}

export const handle = { sameForAll: true };

export const meta: MetaFunction = ({ matches }) => listMeta(matches, "coverage");

export default function Coverage() {
  return <CoveragePage {...keptData(useLoaderData() as Awaited<ReturnType<typeof loader>>)} />;
}
