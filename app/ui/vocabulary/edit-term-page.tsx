import type { EditionLine, Fields } from "~/domain/editions/edition";
import { type EditingAnswer, EditingNotice, Seen } from "~/ui/editing/editing-parts";
import { EditionList } from "~/ui/editing/edition-list";
import { TextAreaField, TextField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import { Page, Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import type { Vocabulary } from "~db/schema/vocabulary";

interface TermProps extends EditingAnswer {
  vocabulary: Vocabulary;
  code: string;
  fields: Fields;
  editions: EditionLine[];
}

const names = ["label_en", "label_fr", "label_es"] as const;
const meanings = ["description", "description_fr", "description_es"] as const;

/** A term's names and meanings in three languages. */
export function EditTermPage({ vocabulary, code, fields, editions, ...answer }: TermProps) {
  const { t } = useTranslation();
  const list = t(`vocabulary.${vocabulary}`);
  return (
    <Page
      title={t("vocabularies.editTitle")}
      eyebrow={`${list} · ${code}`}
      lead={t("vocabularies.editLead")}
      crumbs={[
        { name: t("vocabularies.title"), to: "/vocabularies" },
        { name: list, to: `/vocabularies/${vocabulary}` },
        { name: code },
      ]}
    >
      <EditingNotice {...answer} />
      <Form
        id="term"
        labels={Object.fromEntries([...names, ...meanings].map((field) => [field, t(`editing.field.${field}`)]))}
        refused={answer.refused}
        submit={t("vocabularies.save")}
      >
        {names.map((name) => (
          <TextField key={name} name={name} value={fields[name]} />
        ))}
        {meanings.map((name) => (
          <TextAreaField
            key={name}
            name={name}
            rows={3}
            optional
            value={fields[name]}
            hint={t("vocabularies.meaningHint")}
          />
        ))}
        <Seen fields={fields} renewed={Boolean(answer.conflicts)} />
      </Form>
      <Part title={t("editing.history")} id="history">
        <EditionList editions={editions} />
      </Part>
    </Page>
  );
}
