import { type ActionFunctionArgs, json } from "@remix-run/node";
import { longestText } from "~/domain/contributions/contribution-fields";
import { isTooDeep } from "~/domain/text/markdown-depth";
import { renderMarkdown } from "~/domain/text/render-markdown.server";
import { readActor } from "~/signed-in.server";

/** A text as the page will show it: the same renderer, the same sanitiser. */
export async function action({ request, context }: ActionFunctionArgs) {
  if (!(await readActor(context, request))) return json({}, 401);
  const text = (await request.formData()).get("text");
  if (typeof text !== "string" || text.length > longestText || isTooDeep(text)) return json({}, 422);
  return json({ html: renderMarkdown(text) });
}
