import { type ActionFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { emailForm } from "~/domain/people/account-forms";
import { requestPasswordReset } from "~/domain/people/reset-password.server";
import { mailOrigin, personal, refuse } from "~/signed-in.server";
import { TextField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import { readForm, refuseField } from "~/ui/form/read-form";
import { Page } from "~/ui/layout/page";
import { accountMeta } from "~/ui/people/account-meta";
import { useTranslation } from "~/ui/translation";

export const headers = personal;

export const loader = () => null;

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, limits, now, postman } = context.services;
  const form = await request.formData();
  const { data, refused } = readForm(emailForm, form);
  if (refused) return refuse(context, refused);
  if (!(await limits.mayMail("reset", data.email, context.address))) {
    return refuse(context, refuseField(form, "", "form.often"), 429);
  }
  await requestPasswordReset(db, data.email, mailOrigin(context, request), now());
  postman.wake();
  return redirect("/password/sent");
}

export const meta: MetaFunction = ({ matches }) => accountMeta(matches, "forgotten");

export default function ForgottenPassword() {
  const { t } = useTranslation();
  const refused = useActionData<typeof action>()?.refused;
  const title = t("account.forgotten.title");
  const crumbs = [{ name: t("account.signIn.title"), to: "/sign-in" }, { name: title }];
  return (
    <Page title={title} lead={t("account.forgotten.lead")} crumbs={crumbs}>
      <Form
        id="forgotten"
        labels={{ email: t("account.email") }}
        refused={refused}
        submit={t("account.forgotten.submit")}
      >
        <TextField name="email" type="email" autoComplete="username" />
      </Form>
    </Page>
  );
}
