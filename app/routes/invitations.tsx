import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { acceptInvitation } from "~/domain/memberships/accept-invitation.server";
import { findInvitation, listInvitationsFor } from "~/domain/memberships/invitation-queries.server";
import { invitationIdForm } from "~/domain/memberships/membership-forms";
import { doing, personal, readSession, refuse, requireActor, requireSession } from "~/signed-in.server";
import { readForm, refuseField } from "~/ui/form/read-form";
import { InvitedPage, invitedMeta } from "~/ui/membership/invited-page";

export const headers = personal;

/** The link of a mail, and what else waits for who is signed in. Looking at it uses nothing up. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { readDb, now } = context.services;
  const { searchParams } = new URL(request.url);
  const token = searchParams.get("token");
  const signedIn = token === null ? await requireSession(context, request) : await readSession(context, request);
  const email = signedIn?.person.email ?? null;
  return {
    invitation: (token !== null && (await findInvitation(readDb, token, now()))) || null,
    waiting: email === null ? [] : await listInvitationsFor(readDb, email, now()),
    email,
    hasToken: token !== null,
    here: `/invitations?${searchParams}`,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db } = context.services;
  const { person } = await requireSession(context, request);
  const actor = await requireActor(context, request);
  const form = await request.formData();
  const { data, refused } = readForm(invitationIdForm, form);
  if (refused) return refuse(context, refused);
  const networkId = await acceptInvitation(db, doing(context, actor), {
    email: person.email,
    invitationId: data.invitation,
  });
  return networkId === null ? refuse(context, refuseField(form, "", "form.gone")) : redirect(`/networks/${networkId}`);
}

export const meta: MetaFunction = ({ matches }) => invitedMeta(matches);

export default function Invited() {
  return <InvitedPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />;
}
