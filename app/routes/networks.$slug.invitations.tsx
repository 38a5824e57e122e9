import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getInvitation, listInvitations } from "~/domain/memberships/invitation-queries.server";
import { invitePeople } from "~/domain/memberships/invite-people.server";
import { invitationForm, invitationIdForm } from "~/domain/memberships/membership-forms";
import { withdrawInvitation } from "~/domain/memberships/withdraw-invitation.server";
import { readLanguage } from "~/i18n/language";
import { requireCoordinator } from "~/network-desk.server";
import { doing, mailOrigin, personal, refuse } from "~/signed-in.server";
import { readForm, refuseField } from "~/ui/form/read-form";
import { InvitationsPage } from "~/ui/membership/invitations-page";
import { deskMeta } from "~/ui/membership/network-desk";
import { readDone } from "~/ui/membership/read-done";

export const headers = personal;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { readDb, now } = context.services;
  const { network } = await requireCoordinator(context, request, params.slug);
  return {
    network,
    invitations: await listInvitations(readDb, network.id, now()),
    done: readDone(request, context.refused),
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { db, now, postman } = context.services;
  const { actor, network } = await requireCoordinator(context, request, params.slug);
  const here = `/networks/${network.id}/invitations`;
  const doer = doing(context, actor);
  const sender = { network, language: readLanguage(request), origin: mailOrigin(context, request) };
  const form = await request.formData();
  if (form.get("form") === "withdraw" || form.get("form") === "resend") {
    const { data, refused } = readForm(invitationIdForm, form);
    if (refused) return refuse(context, refused);
    const invitation = await getInvitation(db, data.invitation, now());
    if (invitation?.network.id !== network.id) return refuse(context, refuseField(form, "", "form.gone"));
    if (form.get("form") === "withdraw") {
      await withdrawInvitation(db, doer, { networkId: network.id, invitationId: invitation.id });
      return redirect(`${here}?done=withdrawn`);
    }
    const again = { ...sender, emails: [invitation.email], roles: invitation };
    if (!(await invitePeople(db, doer, again))) return refuse(context, refuseField(form, "", "form.oftenInvited"), 429);
    postman.wake();
    return redirect(`${here}?done=resent`);
  }
  const { data, refused } = readForm(invitationForm, form);
  if (refused) return refuse(context, refused);
  const roles = { coordinator: data.roles.includes("coordinator"), reviewer: data.roles.includes("reviewer") };
  const sent = await invitePeople(db, doer, { ...sender, emails: data.emails, roles });
  if (!sent) return refuse(context, refuseField(form, "", "form.oftenInvited"), 429);
  postman.wake();
  return redirect(`${here}?done=invited`);
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? deskMeta(matches, data.network, "invitations") : [];

export default function Invitations() {
  return <InvitationsPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />;
}
