import { languageNames, languages } from "~/i18n/language";
import { translator } from "~/i18n/translate";
import { SelectField, TextAreaField, TextField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { breadcrumbList } from "~/ui/layout/breadcrumbs";
import { Page } from "~/ui/layout/page";
import { frameOf, pageMeta } from "~/ui/meta";
import { useTranslation } from "~/ui/translation";

interface NewNetworkProps {
  /** Of which it can be a part. */
  networks: { id: string; name: string }[];
  refused?: Refused;
}

export function NewNetworkPage({ networks, refused }: NewNetworkProps) {
  const { t, language } = useTranslation();
  const title = t("network.new.title");
  const labels = {
    name: t("network.new.name"),
    acronym: t("networks.acronym"),
    summary: t("network.new.summary"),
    language: t("network.new.language"),
    website: t("networks.website"),
    parent: t("network.partOf"),
    coordinator: t("network.new.coordinator"),
  };
  return (
    <Page title={title} crumbs={[{ name: t("networks.title"), to: "/networks" }, { name: title }]}>
      <Form id="new-network" labels={labels} refused={refused} submit={t("network.new.submit")}>
        <TextField name="name" />
        <TextField name="acronym" short optional />
        <TextAreaField name="summary" rows={4} hint={t("network.new.summaryHint")} />
        <SelectField
          name="language"
          hint={t("network.new.languageHint")}
          choices={languages.map((value) => ({ value, label: languageNames[value] }))}
          value={language}
        />
        <TextField name="website" optional />
        <SelectField name="parent" optional choices={networks.map(({ id, name }) => ({ value: id, label: name }))} />
        <TextField name="coordinator" type="email" hint={t("network.new.coordinatorHint")} />
      </Form>
    </Page>
  );
}

export function newNetworkMeta(matches: Parameters<typeof frameOf>[0]) {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  const name = t("network.new.title");
  const breadcrumb = breadcrumbList(frame.origin, [{ name: t("networks.title"), to: "/networks" }, { name }]);
  return pageMeta(frame, {
    title: name,
    description: name,
    noIndex: true,
    jsonLd: { "@type": "WebPage", name, breadcrumb },
  });
}
