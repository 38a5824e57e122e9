import { languageNames, languages } from "~/i18n/language";
import { SelectField } from "~/ui/form/choice-fields";
import { TextAreaField, TextField } from "~/ui/form/fields";
import { useTranslation } from "~/ui/translation";

interface NetworkFieldsProps {
  /** Of which it can be a part. */
  networks: { id: string; name: string }[];
  network?: {
    name: string;
    summary: string | null;
    language: string;
    acronym: string | null;
    website: string | null;
    parent: string | null;
  };
}

export function useNetworkLabels() {
  const { t } = useTranslation();
  return {
    name: t("network.new.name"),
    acronym: t("networks.acronym"),
    summary: t("network.new.summary"),
    language: t("network.new.language"),
    website: t("networks.website"),
    parent: t("network.partOf"),
  };
}

/** What a network says of itself. */
export function NetworkFields({ networks, network }: NetworkFieldsProps) {
  const { t, language } = useTranslation();
  return (
    <>
      <TextField name="name" value={network?.name} />
      <TextField name="acronym" short optional value={network?.acronym ?? undefined} />
      <TextAreaField
        name="summary"
        rows={4}
        hint={t("network.new.summaryHint")}
        value={network?.summary ?? undefined}
      />
      <SelectField
        name="language"
        hint={t("network.new.languageHint")}
        choices={languages.map((value) => ({ value, label: languageNames[value] }))}
        value={network?.language ?? language}
      />
      <TextField name="website" optional value={network?.website ?? undefined} />
      <SelectField
        name="parent"
        optional
        choices={networks.map(({ id, name }) => ({ value: id, label: name }))}
        value={network?.parent ?? undefined}
      />
    </>
  );
}
