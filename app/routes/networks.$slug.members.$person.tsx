import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeRoles } from "~/domain/memberships/change-roles.server";
import { officialForm, removalForm, rolesForm } from "~/domain/memberships/membership-forms";
import { getMember } from "~/domain/memberships/membership-queries.server";
import { nameOfficial } from "~/domain/memberships/name-official.server";
import { removeMember } from "~/domain/memberships/remove-member.server";
import { listNetworkCities } from "~/domain/networks/network-city-queries.server";
import { requireCoordinator } from "~/network-desk.server";
import { doing, mailOrigin, personal, refuse } from "~/signed-in.server";
import type { FormMessage } from "~/ui/form/form-message";
import { readForm, refuseField } from "~/ui/form/read-form";
import { MemberPage } from "~/ui/membership/member-page";
import { deskMeta } from "~/ui/membership/network-desk";
import { readDone } from "~/ui/membership/read-done";
import { notFound, orNotFound } from "~/ui/not-found";

export const headers = personal;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { readDb } = context.services;
  const { network } = await requireCoordinator(context, request, params.slug);
  const member = orNotFound(await getMember(readDb, network.id, params.person ?? ""));
  if (member.state !== "active") throw notFound();
  return {
    network,
    member,
    cities: await listNetworkCities(readDb, network.id),
    done: readDone(request, context.refused),
  };
}

const messages: Record<"gone" | "last-coordinator" | "city", FormMessage> = {
  gone: "form.gone",
  "last-coordinator": "form.lastCoordinator",
  city: "form.wrong",
};

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { db, postman } = context.services;
  const { actor, network } = await requireCoordinator(context, request, params.slug);
  const doer = doing(context, actor);
  const personId = params.person ?? "";
  const form = await request.formData();
  const here = `/networks/${network.id}/members`;
  if (form.get("form") === "remove") {
    const { refused } = readForm(removalForm, form);
    if (refused) return refuse(context, refused);
    const problem = await removeMember(db, doer, { network, personId });
    if (problem) return refuse(context, refuseField(form, "", messages[problem]));
    postman.wake();
    return redirect(`${here}?done=removed`);
  }
  if (form.get("form") === "official") {
    const { data, refused } = readForm(officialForm, form);
    if (refused) return refuse(context, refused);
    const naming = { network, personId, ...data, origin: mailOrigin(context, request) };
    const problem = await nameOfficial(db, doer, naming);
    if (problem) return refuse(context, refuseField(form, problem === "city" ? "cities" : "", messages[problem]));
    postman.wake();
    return redirect(`${here}/${personId}?done=official`);
  }
  const { data, refused } = readForm(rolesForm, form);
  if (refused) return refuse(context, refused);
  const roles = { coordinator: data.roles.includes("coordinator"), reviewer: data.roles.includes("reviewer") };
  const problem = await changeRoles(db, doer, { networkId: network.id, personId, roles });
  if (problem) return refuse(context, refuseField(form, "roles", messages[problem]));
  return redirect(
    actor.person.id === personId && !roles.coordinator ? `/networks/${network.id}` : `${here}/${personId}?done=roles`,
  );
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? deskMeta(matches, data.network, "members", data.member.name) : [];

export default function MemberRoute() {
  return <MemberPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />;
}
