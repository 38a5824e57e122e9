import type { AppLoadContext } from "@remix-run/node";
import { canAdminister } from "~/domain/administrators/administrator-policy";
import type { Actor } from "~/domain/people/person-policy";
import { requireActor } from "~/signed-in.server";
import { notFound } from "~/ui/not-found";

/** What the answers of pages below /admin carry: nobody keeps them, and no search engine lists them. */
export const administratorHeaders = () => ({ "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex" });

/** The administrator who asks. Others are led to sign in, and to those who are signed in the page does not exist. @throws Response */
export async function requireAdministrator(context: AppLoadContext, request: Request): Promise<NonNullable<Actor>> {
  const actor = await requireActor(context, request);
  if (!canAdminister(actor)) throw notFound();
  return actor;
}
