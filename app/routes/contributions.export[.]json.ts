import type { LoaderFunctionArgs } from "@remix-run/node";
import { listOwnExperiences } from "~/domain/contributions/exchange/experiences-to-export-queries.server";
import { readKind } from "~/domain/contributions/exchange/import-forms";
import { experiencesAsJson, fileNames } from "~/domain/contributions/exchange/write-experiences";
import { exchangeFile } from "~/exchange-file.server";
import { requireActor } from "~/signed-in.server";

/** One's own practices or case studies, to keep or to change in another program and import again. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { person } = await requireActor(context, request);
  const kind = readKind(request);
  const own = await listOwnExperiences(context.services.readDb, person.id, kind);
  return exchangeFile(`my-${fileNames[kind]}.json`, experiencesAsJson(kind, own));
}
