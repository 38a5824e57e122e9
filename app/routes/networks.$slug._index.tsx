import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isOpen } from "~/domain/calls/call";
import { listCalls } from "~/domain/calls/call-queries.server";
import { listCollections } from "~/domain/collections/collection-list-queries.server";
import { listFeatured } from "~/domain/collections/feature-queries.server";
import { joinNetwork } from "~/domain/memberships/join-network.server";
import { leaveNetwork } from "~/domain/memberships/leave-network.server";
import { removalForm, requestForm } from "~/domain/memberships/membership-forms";
import { canAskToJoin, canJoin, canLeave, canSeeAllMembers } from "~/domain/memberships/membership-policy";
import { countMembers, getStanding, listMembers } from "~/domain/memberships/membership-queries.server";
import { listNetworkCities } from "~/domain/networks/network-city-queries.server";
import { getNetwork, listNetworks } from "~/domain/networks/network-detail-queries.server";
import { canManageNetwork } from "~/domain/networks/network-policy";
import { getBody } from "~/domain/networks/network-queries.server";
import { listSimilar } from "~/domain/search/similar-entries.server";
import { doing, mailOrigin, readActor, refuse, requireActor } from "~/signed-in.server";
import { readForm, refuseField } from "~/ui/form/read-form";
import { BodyPageView, bodyMeta } from "~/ui/network/body-page";
import { NetworkParts } from "~/ui/network/network-parts";
import { orNotFound } from "~/ui/not-found";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { readDb, now } = context.services;
  const id = params.slug ?? "";
  const body = orNotFound(await getBody(readDb, "network", id));
  const network = orNotFound(await getNetwork(readDb, id));
  const actor = await readActor(context, request);
  const standing = actor && (await getStanding(readDb, id, actor.person.id));
  return {
    body,
    network,
    parts: await listNetworks(readDb, id),
    featured: await listFeatured(readDb, id),
    collections: await listCollections(readDb, id),
    calls: (await listCalls(readDb, id)).filter((call) => isOpen(call, now())),
    cities: await listNetworkCities(readDb, id),
    members: await listMembers(readDb, id, canSeeAllMembers(actor, network) ? "all" : "listed"),
    memberCount: await countMembers(readDb, id),
    signedIn: actor !== null,
    standing,
    may: {
      join: canJoin(actor, network, standing),
      ask: canAskToJoin(actor, network, standing),
      leave: canLeave(actor, standing),
    },
    manages: canManageNetwork(actor, network),
    similar: await listSimilar(context.services, id, { besides: body.mentions.map((mention) => mention.id) }),
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { db, readDb, postman } = context.services;
  const actor = await requireActor(context, request);
  const network = orNotFound(await getNetwork(readDb, params.slug ?? ""));
  const form = await request.formData();
  if (form.get("form") === "leave") {
    const { refused } = readForm(removalForm, form);
    if (refused) return refuse(context, refused);
    const left = await leaveNetwork(db, doing(context, actor), network.id);
    return left ? redirect(`/networks/${network.id}`) : refuse(context, refuseField(form, "", "form.lastCoordinator"));
  }
  const { data, refused } = readForm(requestForm, form);
  if (refused) return refuse(context, refused);
  await joinNetwork(db, doing(context, actor), { network, ...data, origin: mailOrigin(context, request) });
  postman.wake();
  return redirect(`/networks/${network.id}`);
}

export const handle = { sameForAll: true };

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => (data ? bodyMeta(matches, data.body) : []);

export default function NetworkPage() {
  const { body, similar, ...network } = useLoaderData<typeof loader>();
  return (
    <BodyPageView body={body} similar={similar}>
      <NetworkParts {...network} refused={useActionData<typeof action>()?.refused} />
    </BodyPageView>
  );
}
