import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { refuseUnlessConfirmed } from "~/confirm-password.server";
import { eraseForm } from "~/domain/people/account-forms";
import { erasePerson } from "~/domain/people/erase-person.server";
import { personal, refuse, requireSession, signOut } from "~/signed-in.server";
import { CheckboxField, PasswordField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import { readForm } from "~/ui/form/read-form";
import { Part } from "~/ui/layout/page";
import { accountMeta } from "~/ui/people/account-meta";
import { AccountPage } from "~/ui/people/account-page";
import { useTranslation } from "~/ui/translation";

export const headers = personal;

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireSession(context, request);
  return null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, postman, forgetDeleted } = context.services;
  const { person } = await requireSession(context, request);
  const form = await request.formData();
  const { refused } = readForm(eraseForm, form);
  if (refused) return refuse(context, refused);
  const sentBack = await refuseUnlessConfirmed(context, person.id, form);
  if (sentBack) return sentBack;
  await postman.removeFiles(await erasePerson(db, person.id));
  await forgetDeleted();
  return redirect("/register/erased", { headers: await signOut(context, request) });
}

export const meta: MetaFunction = ({ matches }) => accountMeta(matches, "data");

export default function Data() {
  const { t } = useTranslation();
  const refused = useActionData<typeof action>()?.refused;
  return (
    <AccountPage place="data">
      <Part title={t("account.data.export")} id="export">
        <p>{t("account.data.exportText")}</p>
        <p>
          <a href="/account/export.json" download="polylogue-account.json">
            {t("account.data.download")}
          </a>
        </p>
      </Part>
      <Part title={t("account.data.erase")} id="erase">
        <p>{t("account.data.eraseText")}</p>
        <Form
          id="erase"
          labels={{ sure: t("account.data.sure"), current: t("account.currentPassword") }}
          refused={refused}
          submit={t("account.data.erase")}
          danger
        >
          <CheckboxField name="sure" />
          <PasswordField name="current" autoComplete="current-password" />
        </Form>
      </Part>
    </AccountPage>
  );
}
