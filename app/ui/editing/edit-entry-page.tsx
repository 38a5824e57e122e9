import type { EditionLine, Fields } from "~/domain/editions/edition";
import type { EditedEntry } from "~/domain/editions/edition-policy";
import { type TextField as EntryText, textFieldsOf } from "~/domain/editions/edition-policy";
import type { Tag } from "~/domain/tags/tag";
import { SelectField } from "~/ui/form/choice-fields";
import { TextAreaField, TextField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { Page, Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import { type EditingAnswer, EditingNotice, Seen } from "./editing-parts";
import { EditionList } from "./edition-list";
import { EntryLinks, type EntryLinksProps } from "./entry-links";

interface EditEntryProps extends EditingAnswer {
  entry: EditedEntry;
  path: string;
  /** Left out: not for this person, or not of this entry. */
  texts?: Fields;
  tags: Tag[] | null;
  tagFields: Fields;
  links: EntryLinksProps["links"] | null;
  /** Networks to which it can be handed over. */
  adopters: { value: string; label: string }[];
  editions: EditionLine[];
}

/** What of an entry can be edited where it stands: its texts, tags and links, each with its history. */
export function EditEntryPage({
  entry,
  path,
  texts,
  tags,
  tagFields,
  links,
  adopters,
  editions,
  ...answer
}: EditEntryProps) {
  const { t } = useTranslation();
  const { refused, conflicts } = answer;
  const renewed = Boolean(conflicts);
  return (
    <Page
      title={t("editing.title")}
      eyebrow={<span lang={entry.language}>{entry.title}</span>}
      lead={t("editing.lead")}
      crumbs={[{ name: entry.title, to: path }, { name: t("editing.title") }]}
    >
      <EditingNotice {...answer} />
      {texts && (
        <Part title={t("editing.texts")} id="texts">
          <EntryTexts kind={entry.kind} fields={texts} refused={refused} renewed={renewed} />
        </Part>
      )}
      {tags && (
        <Part title={t("tags.title")} id="tags">
          <Form id="tags" labels={{ tags: t("tags.field") }} refused={refused} submit={t("tags.save")}>
            <TextAreaField
              name="tags"
              rows={2}
              optional
              value={tags.map(({ label }) => label).join(", ")}
              hint={
                <>
                  {t("tags.hint")} <a href="/tags">{t("tags.title")}</a>
                </>
              }
            />
            <Seen fields={tagFields} renewed={renewed} />
          </Form>
        </Part>
      )}
      {links && <EntryLinks id={entry.id} links={links} />}
      {adopters.length > 0 && (
        <Part title={t("editing.adopt")} id="adopt" lead={t("editing.adoptLead")}>
          <Form id="adopt" labels={{ network: t("kind.network") }} refused={refused} submit={t("editing.adoptIt")}>
            <SelectField name="network" optional choices={adopters} />
          </Form>
        </Part>
      )}
      <Part title={t("editing.history")} id="history">
        <EditionList editions={editions} />
      </Part>
    </Page>
  );
}

interface TextsProps {
  kind: EditedEntry["kind"];
  fields: Fields;
  refused?: Refused;
  renewed: boolean;
}

function EntryTexts({ kind, fields, refused, renewed }: TextsProps) {
  const { t } = useTranslation();
  const names: readonly EntryText[] = textFieldsOf(kind);
  return (
    <Form
      id="texts"
      labels={Object.fromEntries(names.map((name) => [name, t(`editing.field.${name}`)]))}
      refused={refused}
      submit={t("editing.saveTexts")}
    >
      {names.map((name) =>
        name === "summary" ? (
          <TextAreaField key={name} name={name} rows={5} optional value={fields[name]} />
        ) : (
          <TextField key={name} name={name} value={fields[name]} />
        ),
      )}
      <Seen fields={fields} renewed={renewed} />
    </Form>
  );
}
