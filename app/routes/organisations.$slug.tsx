import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { aroundEntry } from "~/around-entry.server";
import { getBody } from "~/domain/networks/network-queries.server";
import { listSimilar } from "~/domain/search/similar-entries.server";
import { BodyPageView, bodyMeta } from "~/ui/network/body-page";
import { orNotFound } from "~/ui/not-found";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const body = orNotFound(await getBody(context.services.readDb, "organisation", params.slug ?? ""));
  return {
    body,
    around: await aroundEntry(context, request, body.id),
    similar: await listSimilar(context.services, body.id, {
      besides: [...body.networks, ...body.mentions].map(({ id }) => id),
    }),
  };
}

export const handle = { sameForAll: true };

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => (data ? bodyMeta(matches, data.body) : []);

export default function Organisation() {
  return <BodyPageView {...useLoaderData<typeof loader>()} />;
}
