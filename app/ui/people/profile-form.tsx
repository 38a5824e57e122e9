import { type Profile, type ProfileChoices, writtenLanguages } from "~/domain/people/profile";
import { type Language, languageNames, languages } from "~/i18n/language";
import { CheckboxField, CheckboxGroup, SelectField } from "~/ui/form/choice-fields";
import { TextField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { useTranslation } from "~/ui/translation";
import { languageName } from "./language-name";

interface Props {
  profile: Profile;
  choices: ProfileChoices;
  refused?: Refused;
}

export function ProfileForm({ profile, choices, refused }: Props) {
  const { t, language } = useTranslation();
  const labels = {
    name: t("account.name"),
    role: t("account.profile.role"),
    city: t("account.profile.city"),
    organisation: t("account.profile.organisation"),
    orcid: t("account.profile.orcid"),
    language: t("account.profile.language"),
    languages: t("account.profile.languages"),
    themes: t("account.profile.themes"),
    tools: t("account.profile.tools"),
    listed: t("account.profile.listed"),
  };
  return (
    <Form id="profile" labels={labels} refused={refused} submit={t("account.save")}>
      <TextField name="name" value={profile.name} autoComplete="name" />
      <TextField
        name="role"
        value={profile.role}
        hint={t("account.profile.roleHint")}
        autoComplete="organization-title"
        optional
      />
      <SelectField name="city" value={profile.city} choices={choices.cities} optional />
      <SelectField name="organisation" value={profile.organisation} choices={choices.organisations} optional />
      <TextField name="orcid" value={profile.orcid} hint={t("account.profile.orcidHint")} optional />
      <SelectField
        name="language"
        value={profile.language}
        choices={languages.map((value) => ({ value, label: languageNames[value] }))}
      />
      <CheckboxGroup name="languages" values={profile.languages} choices={languageChoices(language)} />
      <CheckboxGroup name="themes" values={profile.themes} choices={choices.themes} />
      <CheckboxGroup name="tools" values={profile.tools} choices={choices.tools} />
      <CheckboxField name="listed" checked={profile.listed} hint={t("account.profile.listedHint")} />
    </Form>
  );
}

const languageChoices = (language: Language) =>
  writtenLanguages
    .map((value) => ({ value, label: languageName(value, language) }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
