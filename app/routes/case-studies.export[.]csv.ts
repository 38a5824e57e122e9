import type { LoaderFunctionArgs } from "@remix-run/node";
import { listPublishedExperiences } from "~/domain/contributions/exchange/experiences-to-export-queries.server";
import { experiencesAsCsv } from "~/domain/contributions/exchange/write-experiences";
import { exchangeFile } from "~/exchange-file.server";

/** All published case studies, in the columns of the import. */
export const loader = async ({ context }: LoaderFunctionArgs) => {
  const published = await listPublishedExperiences(context.services.readDb, "case-study");
  return exchangeFile("case-studies.csv", experiencesAsCsv("case-study", published), "public");
};
