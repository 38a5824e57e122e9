import type { LoaderFunctionArgs } from "@remix-run/node";
import { listPublishedPractices } from "~/domain/contributions/exchange/practices-to-export-queries.server";
import { practicesAsJson } from "~/domain/contributions/exchange/write-practices";
import { practicesFile } from "~/practices-file.server";

/** All published practices, in the columns of the import. */
export const loader = async ({ context }: LoaderFunctionArgs) =>
  practicesFile("practices.json", practicesAsJson(await listPublishedPractices(context.services.readDb)), "public");
