import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { readActor } from "~/signed-in.server";

/** How far one's own import is, for the script that waits for its answer. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await readActor(context, request);
  const init = { headers: { "Cache-Control": "private, no-store" } };
  if (!actor) return json({}, { ...init, status: 401 });
  return json({ underWay: context.services.imports.of(actor.person.id) }, init);
}
