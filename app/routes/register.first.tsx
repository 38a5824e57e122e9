import {
  type ActionFunctionArgs,
  data as answer,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { registrationForm } from "~/domain/people/account-forms";
import { createFirstAdministrator } from "~/domain/people/create-person.server";
import { findToken } from "~/domain/people/one-time-token-queries.server";
import { readLanguage } from "~/i18n/language";
import { personal, refuse, signInAs } from "~/signed-in.server";
import { PasswordField, TextField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import { readForm, refuseField } from "~/ui/form/read-form";
import { Page } from "~/ui/layout/page";
import { accountMeta } from "~/ui/people/account-meta";
import { ExpiredLink } from "~/ui/people/expired-link";
import { useTranslation } from "~/ui/translation";

export const headers = personal;

const tokenOf = (request: Request) => new URL(request.url).searchParams.get("token") ?? "";

/** For whoever started the server, and read the link there. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { readDb, now } = context.services;
  const valid = (await findToken(readDb, "first-administrator", tokenOf(request), now())) !== undefined;
  return answer({ valid }, { status: valid ? 200 : 410 });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, now } = context.services;
  const form = await request.formData();
  const { data, refused } = readForm(registrationForm, form);
  if (refused) return refuse(context, refused);
  const person = { ...data, token: tokenOf(request), language: readLanguage(request) };
  const id = await createFirstAdministrator(db, person, now());
  if (id === null) {
    const valid = await findToken(db, "first-administrator", person.token, now());
    if (!valid) return refuse(context, refuseField(form, "", "form.expired"), 410);
    return refuse(context, refuseField(form, "email", "form.wrong"));
  }
  return redirect("/account", { headers: await signInAs(context, request, id) });
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  accountMeta(matches, data?.valid === false ? "expired" : "first");

export default function FirstAdministrator() {
  const { t } = useTranslation();
  const { valid } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused;
  if (!valid)
    return <ExpiredLink again="/sign-in" lead={t("account.first.expired")} label={t("account.signIn.title")} />;
  const title = t("account.first.title");
  return (
    <Page title={title} lead={t("account.first.lead")} crumbs={[{ name: title }]}>
      <Form
        id="first"
        labels={{ name: t("account.name"), email: t("account.email"), password: t("account.password") }}
        refused={refused}
        submit={t("account.first.submit")}
      >
        <TextField name="name" autoComplete="name" />
        <TextField name="email" type="email" autoComplete="email" />
        <PasswordField name="password" autoComplete="new-password" hint={t("account.passwordHint")} />
      </Form>
    </Page>
  );
}
