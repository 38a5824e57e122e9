import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerEntry, refuseMethod } from "~/domain/api/answer-api";
import { cityJson } from "~/domain/api/answers/city-json";
import { found } from "~/domain/api/api-problem";
import { getStamps } from "~/domain/api/api-queries.server";
import { getCity } from "~/domain/cities/city-queries.server";
import { siteOrigin } from "~/site-origin";

export const loader = ({ request, params: { slug = "" }, context }: LoaderFunctionArgs) => {
  const { readDb, log } = context.services;
  return answerEntry({ request, origin: siteOrigin(context, request), log }, async (site) => {
    const missing = `There is no city “${slug}”.`;
    const city = found(await getCity(readDb, slug), missing);
    const stamps = await getStamps(readDb, [city.id]);
    return cityJson(site, city, found(stamps.get(city.id), missing));
  });
};

export const action = refuseMethod;
