import {
  type ActionFunctionArgs,
  data as answer,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { codeForm, signInForm } from "~/domain/people/account-forms";
import { safePath } from "~/domain/people/safe-path";
import { signIn, signInWithCode } from "~/domain/people/sign-in.server";
import { deviceOf, personal, readSession, refuse, signInAs } from "~/signed-in.server";
import type { FormMessage } from "~/ui/form/form-message";
import { readForm, refuseField } from "~/ui/form/read-form";
import { accountMeta } from "~/ui/people/account-meta";
import { SignInPage } from "~/ui/people/sign-in-page";

export const headers = personal;

/** Where to go on: what the address asks for, else the page from which the reader came. */
function pathAfter(request: Request): string {
  const { origin, searchParams } = new URL(request.url);
  const referrer = request.headers.get("Referer") ?? "";
  const from = referrer.startsWith(`${origin}/`) ? referrer.slice(origin.length) : null;
  const ours = /^\/(sign-|register|confirm|password|account)/;
  return safePath(searchParams.get("to") ?? (from && !ours.test(from) ? from : null));
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const to = pathAfter(request);
  if (await readSession(context, request)) throw redirect(to);
  return { to };
}

const messages: Record<"wrong" | "often" | "expired", FormMessage> = {
  wrong: "form.signInWrong",
  often: "form.oftenSignIn",
  expired: "form.signInExpired",
};

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, limits, now } = context.services;
  const form = await request.formData();
  const to = safePath(String(form.get("to") ?? ""));
  if (form.get("form") === "code") {
    const { data, refused } = readForm(codeForm, form);
    const ticket = String(form.get("ticket") ?? "").slice(0, 100);
    context.refused = true;
    if (refused) return answer({ refused, ticket }, 422);
    const outcome = await signInWithCode(db, limits, { ...data, device: deviceOf(request) }, now());
    if ("personId" in outcome) return redirect(to, { headers: await signInAs(context, request, outcome.personId) });
    if (outcome.problem === "expired")
      return refuse(context, refuseField(withForm(form, "sign-in"), "", messages.expired));
    const wrong = outcome.problem === "wrong" ? ("form.codeWrong" as const) : ("form.often" as const);
    return answer({ refused: refuseField(form, "code", wrong), ticket }, outcome.problem === "often" ? 429 : 422);
  }
  const { data, refused } = readForm(signInForm, form);
  if (refused) return refuse(context, refused);
  const attempt = { ...data, device: deviceOf(request), address: context.address };
  const outcome = await signIn(db, limits, attempt, now());
  if ("personId" in outcome) return redirect(to, { headers: await signInAs(context, request, outcome.personId) });
  if ("ticket" in outcome) return answer({ refused: undefined, ticket: outcome.ticket });
  const status = outcome.problem === "often" ? 429 : 422;
  return refuse(context, refuseField(form, "", messages[outcome.problem]), status);
}

function withForm(form: FormData, name: string): FormData {
  form.set("form", name);
  return form;
}

export const meta: MetaFunction = ({ matches }) => accountMeta(matches, "signIn");

export default function SignIn() {
  const { to } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <SignInPage
      to={to}
      refused={answered?.refused}
      ticket={answered && "ticket" in answered ? answered.ticket : undefined}
    />
  );
}
