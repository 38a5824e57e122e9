import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { callToManage, callToRead } from "~/call-at-hand.server";
import { isOpen } from "~/domain/calls/call";
import { canManageCall } from "~/domain/calls/call-policy";
import { listCallAnswers } from "~/domain/calls/call-queries.server";
import { closeCall } from "~/domain/calls/close-call.server";
import { deleteCall } from "~/domain/calls/delete-call.server";
import { publishCall } from "~/domain/calls/publish-call.server";
import { doing, refuse } from "~/signed-in.server";
import { callMeta } from "~/ui/call/call-meta";
import { CallPage } from "~/ui/call/call-page";
import { refuseField } from "~/ui/form/read-form";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { readDb, now, markdown } = context.services;
  const { actor, call } = await callToRead(context, request, params.id);
  return {
    call,
    html: await markdown.renderForReaders(call.text),
    answers: await listCallAnswers(readDb, call.id),
    open: isOpen(call, now()),
    manages: canManageCall(actor, call),
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { db } = context.services;
  const { actor, call } = await callToManage(context, request, params.id);
  const form = await request.formData();
  const doer = doing(context, actor);
  switch (form.get("form")) {
    case "publish":
      if (await publishCall(db, doer, call)) return redirect(`/calls/${call.id}`);
      break;
    case "close":
      if (await closeCall(db, doer, call)) return redirect(`/calls/${call.id}`);
      break;
    case "delete":
      if (await deleteCall(db, actor, call)) return redirect("/calls");
      break;
  }
  return refuse(context, refuseField(form, "", "form.gone"), 409);
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? callMeta(matches, data.call, "call") : [];

export default function CallRoute() {
  return <CallPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />;
}
