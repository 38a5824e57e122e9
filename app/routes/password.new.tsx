import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { newPasswordForm } from "~/domain/people/account-forms";
import { findToken } from "~/domain/people/one-time-token-queries.server";
import { resetPassword } from "~/domain/people/reset-password.server";
import { doing, personal, refuse, signInAs } from "~/signed-in.server";
import { PasswordField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import { readForm, refuseField } from "~/ui/form/read-form";
import { Page } from "~/ui/layout/page";
import { accountMeta } from "~/ui/people/account-meta";
import { ExpiredLink } from "~/ui/people/expired-link";
import { useTranslation } from "~/ui/translation";

export const headers = personal;

const tokenOf = (request: Request) => new URL(request.url).searchParams.get("token") ?? "";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { readDb, now } = context.services;
  const valid = (await findToken(readDb, "reset-password", tokenOf(request), now())) !== undefined;
  return data({ valid }, { status: valid ? 200 : 410 });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, now, postman } = context.services;
  const form = await request.formData();
  const { data, refused } = readForm(newPasswordForm, form);
  if (refused) return refuse(context, refused);
  const token = tokenOf(request);
  // Nothing is hashed for who only guesses at links.
  const valid = await findToken(db, "reset-password", token, now());
  const done = valid && (await resetPassword(db, doing(context, null), { token, ...data }));
  if (!done) return refuse(context, refuseField(form, "", "form.expired"));
  postman.wake();
  // A link by mail takes the place of the password, not of the second factor.
  if (done.secondFactor) return redirect("/sign-in");
  return redirect("/account", { headers: await signInAs(context, request, done.personId) });
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  accountMeta(matches, data?.valid === false ? "expired" : "newPassword");

export default function NewPassword() {
  const { t } = useTranslation();
  const { valid } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused;
  if (!valid) return <ExpiredLink again="/password/forgotten" />;
  const title = t("account.newPassword.title");
  return (
    <Page title={title} crumbs={[{ name: t("account.signIn.title"), to: "/sign-in" }, { name: title }]}>
      <Form
        id="new-password"
        labels={{ password: t("account.newPasswordLabel") }}
        refused={refused}
        submit={t("account.newPassword.submit")}
      >
        <PasswordField name="password" autoComplete="new-password" hint={t("account.passwordHint")} />
      </Form>
    </Page>
  );
}
