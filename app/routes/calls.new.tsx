import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listCallChoices } from "~/domain/calls/call-choices-queries.server";
import { callForm, cellForm } from "~/domain/calls/call-form";
import { canCallFor, canDraftCalls } from "~/domain/calls/call-policy";
import { findStandingCall, getCall } from "~/domain/calls/call-queries.server";
import { draftCall } from "~/domain/calls/draft-call.server";
import { publishCall } from "~/domain/calls/publish-call.server";
import { forbidden } from "~/domain/forbidden";
import { readLanguage } from "~/i18n/language";
import { translator } from "~/i18n/translate";
import { doing, personal, refuse, requireActor } from "~/signed-in.server";
import { CallFormPage } from "~/ui/call/call-form-page";
import { callMeta } from "~/ui/call/call-meta";
import { wordsForCell } from "~/ui/call/call-words";
import { readForm, refuseField } from "~/ui/form/read-form";

export const headers = personal;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request);
  if (!canDraftCalls(actor)) throw forbidden();
  return { choices: await listCallChoices(context.services.readDb, actor) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, readDb, now } = context.services;
  const actor = await requireActor(context, request);
  if (!canDraftCalls(actor)) throw forbidden();
  const form = await request.formData();
  const fromCell = form.get("form") === "cell";
  const { data, refused } = fromCell ? await readCell() : readForm(callForm, form);
  // The button of a cell stands on another page: what is wrong with it is said at the form of this one.
  if (refused)
    return refuse(context, fromCell ? { form: "call", errors: { "": { message: "form.gone" } }, values: {} } : refused);
  const standing = fromCell ? await findStandingCall(db, data, now()) : undefined;
  const drafted = standing ?? (await draftCall(db, doing(context, actor), data));
  if ("wrong" in drafted) return refuse(context, refuseField(form, drafted.wrong, "form.wrong"));
  if (fromCell && form.get("publish") === "yes") {
    const call = standing ?? (await getCall(db, drafted.id));
    if (call) await publishCall(db, doing(context, actor), call);
  }
  return redirect(`/calls/${drafted.id}`);

  async function readCell() {
    const { data: asked, refused } = readForm(cellForm, form);
    if (!asked) return { refused };
    const language = readLanguage(request);
    const choices = await listCallChoices(readDb, actor);
    const { recommendation, column } = asked.cell;
    const target = { tool: null, region: null, theme: null, [asked.by]: column };
    const words = wordsForCell(translator(language), language, choices, { recommendation, ...target });
    if (!words) return { refused: refuseField(form, "", "form.gone") };
    const inTheirName = asked.network !== null && canCallFor(actor, asked.network) ? asked.network : undefined;
    const network = inTheirName ?? (choices.site ? null : (choices.networks[0]?.id ?? null));
    return { data: { ...words, ...target, recommendation, language, network, deadline: null } };
  }
}

export const meta: MetaFunction = ({ matches }) => callMeta(matches, undefined, "new");

export default function NewCall() {
  return <CallFormPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />;
}
