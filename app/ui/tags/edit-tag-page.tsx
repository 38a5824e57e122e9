import type { EditionLine, Fields } from "~/domain/editions/edition";
import type { Tag, TagWithCount } from "~/domain/tags/tag";
import { type EditingAnswer, EditingNotice, Seen } from "~/ui/editing/editing-parts";
import { EditionList } from "~/ui/editing/edition-list";
import { CheckboxField, SelectField } from "~/ui/form/choice-fields";
import { TextField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import { Page, Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";

interface EditTagProps extends EditingAnswer {
  tag: Tag;
  /** The tag that took its place. */
  mergedInto: Tag | null;
  others: TagWithCount[];
  fields: Fields;
  editions: EditionLine[];
}

/** A tag's name, and its merging with another. */
export function EditTagPage({ tag, mergedInto, others, fields, editions, ...answer }: EditTagProps) {
  const { t } = useTranslation();
  const { refused } = answer;
  const seen = <Seen fields={fields} renewed={Boolean(answer.conflicts)} />;
  return (
    <Page
      title={t("tags.edit")}
      eyebrow={<span lang={tag.language}>{tag.label}</span>}
      lead={t("tags.editLead")}
      crumbs={[
        { name: t("tags.title"), to: "/tags" },
        { name: tag.label, to: `/tags/${tag.slug}` },
        { name: t("editing.title") },
      ]}
    >
      <EditingNotice {...answer} />
      {mergedInto && (
        <p>
          {t("tags.merged")}{" "}
          <a href={`/tags/${mergedInto.slug}`} lang={mergedInto.language}>
            {mergedInto.label}
          </a>
        </p>
      )}
      <Form id="name" labels={{ label: t("tags.name") }} refused={refused} submit={t("tags.saveName")}>
        <TextField name="label" value={fields.label} />
        {seen}
      </Form>
      {!mergedInto && (
        <Part title={t("tags.merge")} id="merge" lead={t("tags.mergeLead")}>
          {others.length === 0 ? (
            <p>{t("tags.noOther")}</p>
          ) : (
            <Form
              id="merge"
              labels={{ into: t("tags.into"), sure: t("tags.sure") }}
              refused={refused}
              submit={t("tags.mergeIt")}
              danger
            >
              <SelectField
                name="into"
                optional
                choices={others.map(({ slug, label, entries }) => ({ value: slug, label: `${label} (${entries})` }))}
              />
              <CheckboxField name="sure" />
              {seen}
            </Form>
          )}
        </Part>
      )}
      <Part title={t("editing.history")} id="history">
        <EditionList editions={editions} />
      </Part>
    </Page>
  );
}
