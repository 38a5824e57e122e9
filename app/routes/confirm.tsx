import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { confirmationForm } from "~/domain/people/account-forms";
import { confirmRegistration } from "~/domain/people/confirm-registration.server";
import { findToken } from "~/domain/people/one-time-token-queries.server";
import { hashSecret } from "~/domain/people/secret.server";
import { personal, refuse, signInAs } from "~/signed-in.server";
import { PasswordField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import { readForm, refuseField } from "~/ui/form/read-form";
import { Page } from "~/ui/layout/page";
import { accountMeta } from "~/ui/people/account-meta";
import { ExpiredLink } from "~/ui/people/expired-link";
import { useTranslation } from "~/ui/translation";

export const headers = personal;

const tokenOf = (request: Request) => new URL(request.url).searchParams.get("token") ?? "";

/** Looking at the link uses nothing up: mail programs follow links by themselves. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { readDb, now } = context.services;
  const found = await findToken(readDb, "confirm-registration", tokenOf(request), now());
  return data({ email: found?.email ?? null }, { status: found ? 200 : 410 });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, limits, now } = context.services;
  const form = await request.formData();
  const token = tokenOf(request);
  const { data, refused } = readForm(confirmationForm, form);
  if (refused) return refuse(context, refused);
  if (!(await limits.mayConfirm(hashSecret(token)))) return refuse(context, refuseField(form, "", "form.often"), 429);
  const outcome = await confirmRegistration(db, { token, ...data }, now());
  if ("personId" in outcome) {
    return redirect(outcome.to, { headers: await signInAs(context, request, outcome.personId) });
  }
  return outcome.problem === "wrong"
    ? refuse(context, refuseField(form, "password", "form.passwordWrong"))
    : refuse(context, refuseField(form, "", "form.expired"));
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  accountMeta(matches, data?.email === null ? "expired" : "confirm");

export default function Confirm() {
  const { t } = useTranslation();
  const { email } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused;
  if (email === null) return <ExpiredLink again="/register" />;
  const title = t("account.confirm.title");
  return (
    <Page title={title} lead={t("account.confirm.lead", { email })} crumbs={[{ name: title }]}>
      <Form
        id="confirm"
        labels={{ password: t("account.password") }}
        refused={refused}
        submit={t("account.confirm.submit")}
      >
        <PasswordField name="password" autoComplete="current-password" hint={t("account.confirm.hint")} />
      </Form>
    </Page>
  );
}
