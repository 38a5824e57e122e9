import type { DocumentDraft } from "~/domain/documents/draft-queries.server";
import { adminCrumbs } from "~/ui/admin/admin-crumbs";
import { ButtonForm } from "~/ui/form/button-form";
import { SelectField } from "~/ui/form/choice-fields";
import { TextField } from "~/ui/form/fields";
import { Form, FormErrors } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { Page, Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import { documentKinds } from "~db/schema/document";
import { ProvisionCorrections, placeOf } from "./provision-corrections";

interface DraftPageProps {
  draft: DocumentDraft;
  /** What has the address already. */
  taken: { kind: string; title: string } | null;
  refused?: Refused;
}

/** What an import found, to be corrected by hand before it is saved. */
export function DraftPage({ draft, taken, refused }: DraftPageProps) {
  const { t } = useTranslation();
  const { document, revision, canTakeBack } = draft;
  const { title, slug, kind, date, language, provisions, warnings, participants } = document;
  // What nobody can see is not led to.
  const fields: Record<string, string> =
    placeOf(refused, provisions) < 0
      ? {}
      : { kind: t("importing.kind"), label: t("importing.label"), from: t("importing.from") };
  const seen = <input type="hidden" name="revision" value={revision} />;
  return (
    <Page
      title={title || draft.sourceName}
      titleLanguage={language}
      eyebrow={t("importing.dryRun")}
      lead={t("importing.draftLead")}
      crumbs={adminCrumbs(t, t("importing.title"))}
    >
      {["merge", "takeBack", "save"].map((form) => (
        <FormErrors key={form} id={form} labels={{}} refused={refused} />
      ))}
      {["relabel", "split"].map((form) => (
        <FormErrors key={form} id={form} labels={fields} refused={refused} />
      ))}
      {taken && <p>{t("importing.newVersion", { title: taken.title })}</p>}
      <p>
        {t("count.provision", { count: provisions.length })}
        {participants.length > 0 && ` · ${t("importing.participants", { count: participants.length })}`}
      </p>
      {warnings.length > 0 && (
        <Part title={t("importing.warnings")} id="warnings">
          <ul lang="en">
            {warnings.slice(0, 100).map(({ line, message }) => (
              <li key={`${line} ${message}`}>
                {line}: {message}
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={t("importing.facts")} id="facts">
        <Form
          id="facts"
          labels={{
            title: t("importing.field.title"),
            slug: t("importing.field.slug"),
            kind: t("importing.field.kind"),
            date: t("importing.field.date"),
            language: t("importing.field.language"),
          }}
          refused={refused}
          submit={t("importing.saveFacts")}
        >
          {seen}
          <TextField name="title" value={title} />
          <TextField name="slug" value={slug} hint={t("importing.field.slugHint")} />
          <SelectField
            name="kind"
            value={kind}
            choices={documentKinds.map((value) => ({ value, label: t(`documentKind.${value}`) }))}
          />
          <TextField name="date" value={date} optional short />
          <TextField name="language" value={language} short hint={t("importing.field.languageHint")} />
        </Form>
      </Part>
      {canTakeBack && (
        <ButtonForm form="takeBack" fields={{ revision: String(revision) }} label={t("importing.takeBack")} />
      )}
      <Part title={t("importing.provisions")} id="provisions" lead={t("importing.provisionsLead")}>
        <ProvisionCorrections provisions={provisions} language={language} revision={revision} refused={refused} />
      </Part>
      <Part title={t("importing.save")} id="save" lead={t("importing.saveLead")}>
        <Form id="save" labels={{}} submit={t("importing.save")}>
          {seen}
        </Form>
        <Form id="discard" labels={{}} submit={t("importing.discard")} danger />
      </Part>
    </Page>
  );
}
