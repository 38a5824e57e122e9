import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { refuseUnlessConfirmed } from "~/confirm-password.server";
import { eraseForm } from "~/domain/people/account-forms";
import { erasePerson } from "~/domain/people/erase-person.server";
import { doing, personal, refuse, requireActor, requireSession, signOut } from "~/signed-in.server";
import { CheckboxField, SelectField } from "~/ui/form/choice-fields";
import { PasswordField, TextField } from "~/ui/form/fields";
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
  const { db, postman, forgetDeleted, forgetIndexed, files, syncIndex, log } = context.services;
  const { person } = await requireSession(context, request);
  const actor = await requireActor(context, request);
  const form = await request.formData();
  const { data, refused } = readForm(eraseForm, form);
  if (refused) return refuse(context, refused);
  const sentBack = await refuseUnlessConfirmed(context, person.id, form);
  if (sentBack) return sentBack;
  const pseudonym = data.credit === "pseudonym" ? data.pseudonym : null;
  const erased = await erasePerson(db, doing(context, actor), { personId: person.id, pseudonym });
  await postman.removeFiles(erased.mails);
  await files.remove(erased.files);
  await syncIndex();
  await forgetDeleted();
  // The answer need not wait for it; if the server stops meanwhile, it is done at the next start.
  if (erased.renamed) {
    forgetIndexed().catch((error: unknown) =>
      log.error({ err: error }, "the index still holds words of an erased account"),
    );
  }
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
        <ul>
          <li>
            <a href="/account/export.zip" download="polylogue-account.zip">
              {t("account.data.downloadAll")}
            </a>
          </li>
          <li>
            <a href="/account/export.json" download="polylogue-account.json">
              {t("account.data.download")}
            </a>
          </li>
        </ul>
      </Part>
      <Part title={t("account.data.erase")} id="erase">
        <p>{t("account.data.eraseText")}</p>
        <ul>
          <li>{t("account.data.eraseDrafts")}</li>
          <li>{t("account.data.eraseShared")}</li>
          <li>{t("account.data.eraseDiscussions")}</li>
          <li>{t("account.data.erasePublished")}</li>
        </ul>
        <Form
          id="erase"
          labels={{
            credit: t("account.data.creditLabel"),
            pseudonym: t("account.data.pseudonym"),
            sure: t("account.data.sure"),
            current: t("account.currentPassword"),
          }}
          refused={refused}
          submit={t("account.data.erase")}
          danger
        >
          <SelectField
            name="credit"
            choices={(["name", "pseudonym"] as const).map((value) => ({
              value,
              label: t(`account.data.credit.${value}`),
            }))}
            value="name"
          />
          <TextField name="pseudonym" optional />
          <CheckboxField name="sure" />
          <PasswordField name="current" autoComplete="current-password" />
        </Form>
      </Part>
    </AccountPage>
  );
}
