import { type ActionFunctionArgs, json } from "@remix-run/node";
import { longestText } from "~/domain/contributions/contribution-fields";
import { readActor } from "~/signed-in.server";

/** A text as the page will show it: the same renderer, the same sanitiser. */
export async function action({ request, context }: ActionFunctionArgs) {
  if (!(await readActor(context, request))) return json({}, 401);
  const text = (await request.formData()).get("text");
  if (typeof text !== "string" || text.length > longestText) return json({}, 422);
  // The error's class is not asked for: pages and server are bundled apart, and each has its own.
  const html = await context.services.markdown.render(text).catch(() => null);
  return html === null ? json({}, 422) : json({ html });
}
