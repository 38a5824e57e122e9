import type { LoaderFunctionArgs } from "@remix-run/node";
import { readKind } from "~/domain/contributions/exchange/import-forms";
import { experiencesAsCsv, fileNames } from "~/domain/contributions/exchange/write-experiences";
import { exchangeFile } from "~/exchange-file.server";

/** The columns of a file of practices or of case studies, to be filled in. */
export function loader({ request }: LoaderFunctionArgs) {
  const kind = readKind(request);
  return exchangeFile(`${fileNames[kind]}-template.csv`, experiencesAsCsv(kind, []), "public");
}
