import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { profileForm } from "~/domain/people/profile";
import { getProfile, isAlone, listProfileChoices } from "~/domain/people/profile-queries.server";
import { saveProfile } from "~/domain/people/save-profile.server";
import { readLanguage } from "~/i18n/language";
import { personal, refuse, requireSession } from "~/signed-in.server";
import { readForm, refuseField } from "~/ui/form/read-form";
import { orNotFound } from "~/ui/not-found";
import { accountMeta } from "~/ui/people/account-meta";
import { AccountPage } from "~/ui/people/account-page";
import { FirstWelcome } from "~/ui/people/first-welcome";
import { ProfileForm } from "~/ui/people/profile-form";
import { useTranslation } from "~/ui/translation";

export const headers = personal;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { readDb } = context.services;
  const { person } = await requireSession(context, request);
  return {
    profile: orNotFound(await getProfile(readDb, person.id)),
    choices: await listProfileChoices(readDb, readLanguage(request)),
    id: person.id,
    administrator: person.administrator,
    isFirst: person.administrator && (await isAlone(readDb, person.id)),
    saved: new URL(request.url).searchParams.has("saved"),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, readDb, now } = context.services;
  const { person } = await requireSession(context, request);
  const form = await request.formData();
  const { data, refused } = readForm(profileForm, form);
  if (refused) return refuse(context, refused);
  const choices = await listProfileChoices(readDb, readLanguage(request));
  const wrong = await saveProfile(db, person.id, data, choices, now());
  return wrong ? refuse(context, refuseField(form, wrong, "form.wrong")) : redirect("/account?saved");
}

export const meta: MetaFunction = ({ matches }) => accountMeta(matches, "profile");

export default function Account() {
  const { t } = useTranslation();
  const { saved, profile, choices, id, administrator, isFirst } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused;
  return (
    <AccountPage place="profile" done={saved && !refused ? t("account.profile.saved") : null}>
      {isFirst && <FirstWelcome name={profile.name} />}
      {profile.listed && (
        <p>
          <a href={`/people/${id}`}>{t("account.profile.see")}</a>
        </p>
      )}
      {administrator && (
        <p>
          <a href="/admin/mail">{t("account.mails.title")}</a>
        </p>
      )}
      <ProfileForm profile={profile} choices={choices} refused={refused} />
    </AccountPage>
  );
}
