import type { Fields } from "~/domain/editions/edition";
import type { EditedEntry } from "~/domain/editions/edition-policy";
import type { EntryReference } from "~/domain/links/link";
import { EntryList } from "~/ui/entry/entry-line";
import { ReferenceLine } from "~/ui/entry/reference-line";
import { SelectField } from "~/ui/form/choice-fields";
import { TextAreaField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import { Page, Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import type { Evidence, LinkType } from "~db/schema/link";
import { linkTypeName } from "./change-words";
import { type EditingAnswer, EditingNotice, Seen } from "./editing-parts";

interface EditLinkProps extends EditingAnswer {
  entry: EditedEntry;
  path: string;
  pair: {
    other: EntryReference;
    fields: Fields;
    types: readonly LinkType[];
    /** Null: a new one. */
    type: LinkType | null;
    evidence: string | null;
    note: string | null;
    /** None: links of this kind have no evidence. */
    levels: readonly Evidence[];
  };
}

/** One link: what it says, how well it is shown, and why. */
export function EditLinkPage({ entry, path, pair, ...answer }: EditLinkProps) {
  const { t } = useTranslation();
  const { other, fields, types, type } = pair;
  const { refused, conflicts } = answer;
  const hidden = (
    <>
      <input type="hidden" name="to" value={other.id} />
      <input type="hidden" name="wasType" value={type ?? ""} />
      <Seen fields={fields} renewed={Boolean(conflicts)} />
    </>
  );
  const title = t(type ? "editing.change" : "editing.addLink");
  return (
    <Page
      title={title}
      eyebrow={<span lang={entry.language}>{entry.title}</span>}
      crumbs={[
        { name: entry.title, to: path },
        { name: t("editing.title"), to: `/curate/${entry.id}` },
        { name: title },
      ]}
    >
      <EditingNotice {...answer} />
      <Part title={t("editing.linkTo")} id="to">
        <EntryList>
          <ReferenceLine entry={other} />
        </EntryList>
      </Part>
      {types.length === 0 ? (
        <p>{t("editing.cannotLink")}</p>
      ) : (
        <Form
          id="link"
          labels={{ type: t("editing.type"), evidence: t("editing.evidence"), note: t("editing.note") }}
          refused={refused}
          submit={t("editing.saveLink")}
        >
          <SelectField
            name="type"
            value={type ?? types[0]}
            choices={types.map((value) => ({ value, label: linkTypeName(t, value) }))}
          />
          {pair.levels.length > 0 && (
            <SelectField
              name="evidence"
              value={pair.evidence ?? "claimed"}
              choices={pair.levels.map((value) => ({ value, label: t(`evidence.${value}`) }))}
            />
          )}
          <TextAreaField name="note" rows={4} optional value={pair.note ?? ""} hint={t("editing.noteHint")} />
          {hidden}
        </Form>
      )}
      {type && (
        <Form
          id="removeLink"
          labels={{ type: t("editing.link") }}
          links={{ type: "#standing" }}
          refused={refused}
          submit={t("editing.removeLink")}
          danger
        >
          {hidden}
        </Form>
      )}
    </Page>
  );
}
