import type { LoaderFunctionArgs } from "@remix-run/node";
import { listPublishedExperiences } from "~/domain/contributions/exchange/experiences-to-export-queries.server";
import { experiencesAsJson } from "~/domain/contributions/exchange/write-experiences";
import { exchangeFile } from "~/exchange-file.server";

/** All published practices, in the columns of the import. */
export const loader = async ({ context }: LoaderFunctionArgs) => {
  const published = await listPublishedExperiences(context.services.readDb, "practice");
  return exchangeFile("practices.json", experiencesAsJson("practice", published), "public");
};
