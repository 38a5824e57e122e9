import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeEmail } from "~/domain/people/change-email.server";
import { findToken } from "~/domain/people/one-time-token-queries.server";
import { personal, readSession, refuse, signInAs } from "~/signed-in.server";
import { Form } from "~/ui/form/form";
import { refuseField } from "~/ui/form/read-form";
import { Page } from "~/ui/layout/page";
import { accountMeta } from "~/ui/people/account-meta";
import { ExpiredLink } from "~/ui/people/expired-link";
import { useTranslation } from "~/ui/translation";

export const headers = personal;

const tokenOf = (request: Request) => new URL(request.url).searchParams.get("token") ?? "";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { readDb, now } = context.services;
  const found = await findToken(readDb, "change-email", tokenOf(request), now());
  return data({ email: found?.email ?? null }, { status: found ? 200 : 410 });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, now, postman } = context.services;
  const signedIn = await readSession(context, request);
  const personId = await changeEmail(db, tokenOf(request), now());
  if (personId === null) {
    return refuse(context, refuseField(await request.formData(), "", "form.expired"));
  }
  postman.wake();
  // The link proves the address, not the person: another browser has to sign in.
  if (signedIn?.person.id !== personId) return redirect("/sign-in");
  return redirect("/account/email", { headers: await signInAs(context, request, personId) });
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  accountMeta(matches, data?.email === null ? "expired" : "confirm");

export default function ConfirmEmail() {
  const { t } = useTranslation();
  const { email } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused;
  if (email === null) return <ExpiredLink again="/account/email" />;
  const title = t("account.confirm.title");
  return (
    <Page title={title} lead={t("account.confirm.lead", { email })} crumbs={[{ name: title }]}>
      <Form id="confirm-email" labels={{}} refused={refused} submit={t("account.emailChange.confirm")} />
    </Page>
  );
}
