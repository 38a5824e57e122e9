import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerList, refuseMethod } from "~/domain/api/answer-api";
import { cityLineJson } from "~/domain/api/answers/city-json";
import { countPublished, getStamps } from "~/domain/api/api-queries.server";
import { listCities } from "~/domain/cities/city-queries.server";
import { siteOrigin } from "~/site-origin";

export const loader = ({ request, context }: LoaderFunctionArgs) => {
  const { readDb, log } = context.services;
  return answerList({ request, origin: siteOrigin(context, request), log }, async (site, part) => {
    const cities = await listCities(readDb, part);
    const stamps = await getStamps(
      readDb,
      cities.map(({ id }) => id),
    );
    return {
      total: await countPublished(readDb, "city"),
      items: cities.flatMap((city) => {
        const stamp = stamps.get(city.id);
        return stamp ? [cityLineJson(site, city, stamp)] : [];
      }),
    };
  });
};

export const action = refuseMethod;
