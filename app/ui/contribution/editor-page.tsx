import type { Completeness } from "~/domain/contributions/completeness";
import { fieldsOf, ruleOf, sections } from "~/domain/contributions/contribution-fields";
import type { EditedField } from "~/domain/contributions/edited-fields";
import type { TemplateTerms } from "~/domain/contributions/template-terms";
import { Contents } from "~/ui/entry/contents";
import { Form } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { useTranslation } from "~/ui/translation";
import { CompletenessMeter } from "./completeness-meter";
import styles from "./contribution.module.css";
import { ContributionFrame, type ContributionHead } from "./contribution-frame";
import { useEditorTexts } from "./editor-texts";
import { TemplateField } from "./template-field";
import { useTemplateLabels } from "./template-labels";

interface EditorProps {
  head: ContributionHead;
  revision: number;
  fields: EditedField[];
  terms: TemplateTerms;
  completeness: Completeness;
  /** Everything of the last form was saved. */
  saved: boolean;
  refused?: Refused;
}

/** The template as one long form in sections. A script saves its fields one by one (app/enhance/editor). */
export function EditorPage({ head, revision, fields, terms, completeness, saved, refused }: EditorProps) {
  const { t } = useTranslation();
  const labels = useTemplateLabels();
  const texts = useEditorTexts();
  const shown = sections.filter((section) => fieldsOf(head.kind).some((name) => ruleOf(name).section === section));
  return (
    <ContributionFrame
      head={head}
      page="write"
      aside={
        <>
          <CompletenessMeter {...completeness} id={head.id} />
          <Contents
            label={t("editor.sections")}
            items={shown.map((section) => ({ name: t(`section.${section}`), id: `section-${section}` }))}
          />
        </>
      }
    >
      <div data-notice="" role="status" className={styles.notice}>
        {saved && !refused && t("editor.savedAll")}
      </div>
      <Form
        id="edit"
        labels={labels}
        refused={refused}
        submit={t("editor.save")}
        wide
        autoComplete="off"
        data={{
          "data-editor": `/contributions/${head.id}`,
          "data-revision": String(revision),
          "data-texts": JSON.stringify(texts),
        }}
      >
        {shown.map((section) => (
          <section key={section} className={styles.section} aria-labelledby={`section-${section}`}>
            <h2 id={`section-${section}`}>{t(`section.${section}`)}</h2>
            {fields
              .filter(({ name }) => ruleOf(name).section === section)
              .map((field) => (
                <TemplateField key={field.name} field={field} terms={terms} />
              ))}
          </section>
        ))}
      </Form>
    </ContributionFrame>
  );
}
