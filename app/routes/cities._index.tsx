import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listCities } from "~/domain/cities/city-queries.server";
import { drawWorld, placeOnMap } from "~/domain/cities/world-map.server";
import { CityListPage } from "~/ui/city/city-list-page";
import { listMeta } from "~/ui/list-meta";

export async function loader({ context }: LoaderFunctionArgs) {
  const cities = await listCities(context.services.readDb);
  return { cities, map: { ...drawWorld(), points: placeOnMap(cities) } };
}

export const handle = { sameForAll: true };

export const meta: MetaFunction = ({ matches }) => listMeta(matches, "cities");

export default function Cities() {
  return <CityListPage {...useLoaderData<typeof loader>()} />;
}
