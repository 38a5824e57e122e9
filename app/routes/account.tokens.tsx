import {
  type ActionFunctionArgs,
  data as answer,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { refuseUnlessConfirmed } from "~/confirm-password.server";
import { createToken } from "~/domain/tokens/create-token.server";
import { revokeToken } from "~/domain/tokens/revoke-token.server";
import { tokenForm } from "~/domain/tokens/token";
import { listTokens } from "~/domain/tokens/token-queries.server";
import { doing, personal, refuse, requireActor } from "~/signed-in.server";
import { readForm, refuseField } from "~/ui/form/read-form";
import { accountMeta } from "~/ui/people/account-meta";
import { TokensPage } from "~/ui/tokens/tokens-page";

export const headers = personal;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { person } = await requireActor(context, request);
  const { db, now } = context.services;
  return { tokens: await listTokens(db, person.id), now: now().toISOString() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, postman } = context.services;
  const actor = await requireActor(context, request);
  const form = await request.formData();
  if (form.get("form") === "revoke") {
    await revokeToken(db, doing(context, actor), String(form.get("token") ?? ""));
    return redirect("/account/tokens");
  }
  const { data, refused } = readForm(tokenForm, form);
  if (refused) return refuse(context, refused);
  const sentBack = await refuseUnlessConfirmed(context, actor.person.id, form);
  if (sentBack) return sentBack;
  const secret = await createToken(db, doing(context, actor), data);
  if (secret === null) return refuse(context, refuseField(form, "name", "fileProblem.tokens"));
  postman.wake();
  return answer({ secret, refused: undefined });
}

export const meta: MetaFunction = ({ matches }) => accountMeta(matches, "tokens");

export default function Tokens() {
  const answered = useActionData<typeof action>();
  const secret = answered && "secret" in answered ? answered.secret : undefined;
  return <TokensPage {...useLoaderData<typeof loader>()} secret={secret} refused={answered?.refused} />;
}
