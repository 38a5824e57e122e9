import type { LoaderFunctionArgs } from "@remix-run/node";
import { listOwnPractices } from "~/domain/contributions/exchange/practices-to-export-queries.server";
import { practicesAsCsv } from "~/domain/contributions/exchange/write-practices";
import { practicesFile } from "~/practices-file.server";
import { requireActor } from "~/signed-in.server";

/** One's own practices, to keep or to change in another program and import again. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { person } = await requireActor(context, request);
  return practicesFile("my-practices.csv", practicesAsCsv(await listOwnPractices(context.services.readDb, person.id)));
}
