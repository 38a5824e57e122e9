import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { refuseUnlessConfirmed } from "~/confirm-password.server";
import { emailChangeForm } from "~/domain/people/account-forms";
import { requestEmailChange } from "~/domain/people/change-email.server";
import { mailOrigin, personal, refuse, requireSession } from "~/signed-in.server";
import { PasswordField, TextField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import { readForm, refuseField } from "~/ui/form/read-form";
import { accountMeta } from "~/ui/people/account-meta";
import { AccountPage } from "~/ui/people/account-page";
import { useTranslation } from "~/ui/translation";

export const headers = personal;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { person } = await requireSession(context, request);
  return { email: person.email, sent: new URL(request.url).searchParams.has("sent") };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, limits, now, postman } = context.services;
  const { person } = await requireSession(context, request);
  const form = await request.formData();
  const { data, refused } = readForm(emailChangeForm, form);
  if (refused) return refuse(context, refused);
  const sentBack = await refuseUnlessConfirmed(context, person.id, form);
  if (sentBack) return sentBack;
  if (!(await limits.mayMail("change-email", data.email, context.address))) {
    return refuse(context, refuseField(form, "", "form.often"), 429);
  }
  await requestEmailChange(db, person.id, data.email, mailOrigin(context, request), now());
  postman.wake();
  return redirect("/account/email?sent");
}

export const meta: MetaFunction = ({ matches }) => accountMeta(matches, "emailChange");

export default function EmailChange() {
  const { t } = useTranslation();
  const { email, sent } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused;
  return (
    <AccountPage place="emailChange" done={sent && !refused ? t("account.emailChange.sent") : null}>
      <p>{t("account.emailChange.now", { email })}</p>
      <Form
        id="email"
        labels={{ email: t("account.emailChange.new"), current: t("account.currentPassword") }}
        refused={refused}
        submit={t("account.emailChange.submit")}
      >
        <TextField name="email" type="email" autoComplete="email" />
        <PasswordField name="current" autoComplete="current-password" />
      </Form>
    </AccountPage>
  );
}
