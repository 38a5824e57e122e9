import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { refuseUnlessConfirmed } from "~/confirm-password.server";
import { passwordChangeForm } from "~/domain/people/account-forms";
import { changePassword } from "~/domain/people/change-password.server";
import { describeBrowser } from "~/domain/people/describe-browser";
import { refusePassword } from "~/domain/people/password-policy";
import { endSession, endSessions, listSessions } from "~/domain/people/session-queries.server";
import { listTokens } from "~/domain/tokens/token-queries.server";
import { doing, personal, refuse, requireActor, requireSession, signInAs } from "~/signed-in.server";
import { readForm, refuseField } from "~/ui/form/read-form";
import { accountMeta } from "~/ui/people/account-meta";
import { SecurityPage } from "~/ui/people/security-page";

export const headers = personal;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { readDb, now } = context.services;
  const { person, sessionHash } = await requireSession(context, request);
  const sessions = await listSessions(readDb, person.id, now());
  return {
    sessions: sessions.map(({ userAgent, ...session }) => ({
      ...session,
      browser: describeBrowser(userAgent),
      current: session.hash === sessionHash,
    })),
    hasTokens: (await listTokens(readDb, person.id)).some(({ expiresAt }) => expiresAt > now().toISOString()),
    changed: new URL(request.url).searchParams.has("changed"),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, postman } = context.services;
  const { person, sessionHash } = await requireSession(context, request);
  const form = await request.formData();
  if (form.get("form") === "end-session") {
    const hash = String(form.get("session") ?? "");
    await endSession(db, person.id, hash);
    return redirect(hash === sessionHash ? "/sign-in" : "/account/security");
  }
  if (form.get("form") === "end-others") {
    await endSessions(db, person.id, sessionHash);
    return redirect("/account/security");
  }
  const { data, refused } = readForm(passwordChangeForm, form);
  if (refused) return refuse(context, refused);
  if (refusePassword(data.password, [person.name, person.email])) {
    return refuse(context, refuseField(form, "password", "form.passwordCommon"));
  }
  const sentBack = await refuseUnlessConfirmed(context, person.id, form);
  if (sentBack) return sentBack;
  await changePassword(db, doing(context, await requireActor(context, request)), data);
  postman.wake();
  return redirect("/account/security?changed", { headers: await signInAs(context, request, person.id) });
}

export const meta: MetaFunction = ({ matches }) => accountMeta(matches, "security");

export default function Security() {
  const { changed, ...page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused;
  return <SecurityPage {...page} changed={changed && !refused} refused={refused} />;
}
