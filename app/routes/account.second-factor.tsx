import {
  type ActionFunctionArgs,
  data as answer,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { renderSVG } from "uqr";
import { refuseUnlessConfirmed } from "~/confirm-password.server";
import { codeOnlyForm, currentPasswordForm } from "~/domain/people/account-forms";
import {
  beginSecondFactor,
  confirmSecondFactor,
  getSecondFactor,
  removeSecondFactor,
} from "~/domain/people/second-factor.server";
import { personal, refuse, requireSession, signInAs } from "~/signed-in.server";
import { readForm, refuseField } from "~/ui/form/read-form";
import { accountMeta } from "~/ui/people/account-meta";
import { SecondFactorPage } from "~/ui/people/second-factor-page";

export const headers = personal;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { person } = await requireSession(context, request);
  const factor = await getSecondFactor(context.services.readDb, person.id);
  if (!factor) return { state: "off" as const };
  if (factor.on) return { state: "on" as const, codesLeft: factor.codesLeft };
  return { state: "waiting" as const, secret: factor.secret, picture: renderSVG(factor.uri, { border: 0 }) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, limits, now, postman } = context.services;
  const { person } = await requireSession(context, request);
  const form = await request.formData();
  if (form.get("form") === "confirm") {
    const { data, refused } = readForm(codeOnlyForm, form);
    if (refused) return refuse(context, refused);
    if (!(await limits.mayTryCode(person.id))) return refuse(context, refuseField(form, "", "form.often"), 429);
    const codes = await confirmSecondFactor(db, person.id, data.code, now());
    if (!codes) return refuse(context, refuseField(form, "code", "form.codeWrong"));
    postman.wake();
    return answer({ codes, refused: undefined }, { headers: await signInAs(context, request, person.id) });
  }
  const { refused } = readForm(currentPasswordForm, form);
  const sentBack = refused ? refuse(context, refused) : await refuseUnlessConfirmed(context, person.id, form);
  if (sentBack) return sentBack;
  if (form.get("form") === "begin") {
    await beginSecondFactor(db, person.id);
    return redirect("/account/second-factor");
  }
  await removeSecondFactor(db, person.id, now());
  postman.wake();
  return redirect("/account/second-factor", { headers: await signInAs(context, request, person.id) });
}

export const meta: MetaFunction = ({ matches }) => accountMeta(matches, "secondFactor");

export default function SecondFactor() {
  const factor = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const codes = answered && "codes" in answered ? answered.codes : undefined;
  return <SecondFactorPage factor={factor} codes={codes} refused={answered?.refused} />;
}
