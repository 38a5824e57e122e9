import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { registrationForm } from "~/domain/people/account-forms";
import { registerPerson } from "~/domain/people/register-person.server";
import { safePath } from "~/domain/people/safe-path";
import { readLanguage } from "~/i18n/language";
import { mailOrigin, personal, readSession, refuse } from "~/signed-in.server";
import { PasswordField, TextField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import { readForm, refuseField } from "~/ui/form/read-form";
import { Page } from "~/ui/layout/page";
import { accountMeta } from "~/ui/people/account-meta";
import { useTranslation } from "~/ui/translation";

export const headers = personal;

export async function loader({ request, context }: LoaderFunctionArgs) {
  if (await readSession(context, request)) throw redirect(pathAfter(request));
  return null;
}

/** Where to go on once the address is confirmed. */
const pathAfter = (request: Request) => safePath(new URL(request.url).searchParams.get("to"));

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, limits, now, postman } = context.services;
  const form = await request.formData();
  const { data, refused } = readForm(registrationForm, form);
  if (refused) return refuse(context, refused);
  if (!(await limits.mayMail("register", data.email, context.address))) {
    return refuse(context, refuseField(form, "", "form.often"), 429);
  }
  const person = { ...data, language: readLanguage(request), to: pathAfter(request) };
  await registerPerson(db, person, mailOrigin(context, request), now());
  postman.wake();
  return redirect("/register/sent");
}

export const meta: MetaFunction = ({ matches }) => accountMeta(matches, "register");

export default function Register() {
  const { t } = useTranslation();
  const refused = useActionData<typeof action>()?.refused;
  const labels = { name: t("account.name"), email: t("account.email"), password: t("account.password") };
  const title = t("account.register.title");
  return (
    <Page title={title} lead={t("account.register.lead")} crumbs={[{ name: title }]}>
      <Form id="register" labels={labels} refused={refused} submit={t("account.register.submit")}>
        <TextField name="name" autoComplete="name" />
        <TextField name="email" type="email" autoComplete="email" hint={t("account.register.emailHint")} />
        <PasswordField name="password" autoComplete="new-password" hint={t("account.passwordHint")} />
      </Form>
      <p>
        <a href="/sign-in">{t("account.register.have")}</a>
      </p>
    </Page>
  );
}
