import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { aroundEntry } from "~/around-entry.server";
import { getCity } from "~/domain/cities/city-queries.server";
import { listSimilar } from "~/domain/search/similar-entries.server";
import { CityPageView, cityMeta } from "~/ui/city/city-page";
import { orNotFound } from "~/ui/not-found";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const city = orNotFound(await getCity(context.services.readDb, params.slug ?? ""));
  const named = [...city.experiences, ...city.quotations, ...city.sources, ...city.mentions].map(({ id }) => id);
  return {
    city,
    around: await aroundEntry(context, request, city.id),
    similar: await listSimilar(context.services, city.id, { besides: named }),
  };
}

export const handle = { sameForAll: true };

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => (data ? cityMeta(matches, data.city) : []);

export default function City() {
  return <CityPageView {...useLoaderData<typeof loader>()} />;
}
