import type { Term } from "~/domain/vocabularies/vocabulary";
import { SelectField } from "~/ui/form/choice-fields";
import { TextField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { Page } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import type { Vocabulary } from "~db/schema/vocabulary";
import { TermFields, termLabels } from "./term-fields";

interface NewTermProps {
  vocabulary: Vocabulary;
  /** What it can lie below; none where nothing stands above its vocabulary. */
  parents: Term[];
  refused?: Refused;
}

/** A term that a vocabulary does not have yet. */
export function NewTermPage({ vocabulary, parents, refused }: NewTermProps) {
  const { t, language } = useTranslation();
  const name = t(`vocabulary.${vocabulary}`);
  return (
    <Page
      title={t("vocabularies.addTitle")}
      eyebrow={name}
      lead={t("vocabularies.addLead")}
      crumbs={[
        { name: t("vocabularies.title"), to: "/vocabularies" },
        { name, to: `/vocabularies/${vocabulary}` },
        { name: t("vocabularies.addTitle") },
      ]}
    >
      <Form
        id="add"
        labels={{
          parent: t("editing.field.parent_code"),
          key: t("vocabularies.key"),
          ...termLabels(t, false),
        }}
        refused={refused}
        submit={t("vocabularies.addIt")}
      >
        {parents.length > 0 && (
          <SelectField
            name="parent"
            choices={parents.map(({ code, label }) => ({ value: code, label: `${code} ${label[language]}` }))}
          />
        )}
        <TextField name="key" short hint={t(`vocabularies.keyHint.${vocabulary}`)} />
        <TermFields fields={{}} place={false} />
      </Form>
    </Page>
  );
}
