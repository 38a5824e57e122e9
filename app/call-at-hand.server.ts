import type { AppLoadContext } from "@remix-run/node";
import type { Call } from "~/domain/calls/call";
import { canManageCall, canSeeCall } from "~/domain/calls/call-policy";
import { getCall } from "~/domain/calls/call-queries.server";
import type { Actor } from "~/domain/people/person-policy";
import { readActor, requireActor } from "~/signed-in.server";
import { notFound } from "~/ui/not-found";

/** The call of an address, for whoever may see it; a draft does not say to others that it exists. @throws Response */
export async function callToRead(
  context: AppLoadContext,
  request: Request,
  id = "",
): Promise<{ actor: Actor; call: Call }> {
  const actor = await readActor(context, request);
  const call = await getCall(context.services.readDb, id);
  if (!call || !canSeeCall(actor, call)) throw notFound();
  return { actor, call };
}

/** The call of an address, for whoever works on it. @throws Response */
export async function callToManage(
  context: AppLoadContext,
  request: Request,
  id = "",
): Promise<{ actor: NonNullable<Actor>; call: Call }> {
  const actor = await requireActor(context, request);
  const call = await getCall(context.services.readDb, id);
  if (!call || !canManageCall(actor, call)) throw notFound();
  return { actor, call };
}
