import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { callToManage } from "~/call-at-hand.server";
import { listCallChoices } from "~/domain/calls/call-choices-queries.server";
import { callForm } from "~/domain/calls/call-form";
import { changeCall } from "~/domain/calls/change-call.server";
import { doing, personal, refuse } from "~/signed-in.server";
import { CallFormPage } from "~/ui/call/call-form-page";
import { callMeta } from "~/ui/call/call-meta";
import { readForm, refuseField } from "~/ui/form/read-form";

export const headers = personal;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { actor, call } = await callToManage(context, request, params.id);
  return { call, choices: await listCallChoices(context.services.readDb, actor) };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { actor, call } = await callToManage(context, request, params.id);
  const form = await request.formData();
  const { data, refused } = readForm(callForm, form);
  if (refused) return refuse(context, refused);
  const wrong = await changeCall(context.services.db, doing(context, actor), call, data);
  if (wrong) return refuse(context, refuseField(form, wrong, "form.wrong"));
  return redirect(`/calls/${call.id}`);
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => callMeta(matches, data?.call, "edit");

export default function EditCall() {
  return <CallFormPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />;
}
