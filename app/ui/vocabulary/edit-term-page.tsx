import type { EditionLine, Fields } from "~/domain/editions/edition";
import { isPlaceList, type TermList } from "~/domain/vocabularies/vocabulary";
import { type EditingAnswer, EditingNotice, Seen } from "~/ui/editing/editing-parts";
import { EditionList } from "~/ui/editing/edition-list";
import { CheckboxField } from "~/ui/form/choice-fields";
import { Form } from "~/ui/form/form";
import { Page, Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import { TermFields, termLabels } from "./term-fields";

interface TermProps extends EditingAnswer {
  list: TermList;
  code: string;
  /** None: the term was deleted. */
  fields: Fields;
  editions: EditionLine[];
}

/** A term's names and meanings, its history, and the way to delete it. */
export function EditTermPage({ list, code, fields, editions, ...answer }: TermProps) {
  const { t } = useTranslation();
  const name = t(`vocabulary.${list}`);
  const place = isPlaceList(list);
  const there = fields.label_en !== undefined;
  const seen = <Seen fields={fields} renewed={Boolean(answer.conflicts)} />;
  return (
    <Page
      title={t(place ? "vocabularies.editPlace" : "vocabularies.editTitle")}
      eyebrow={`${name} · ${code}`}
      lead={t(place ? "vocabularies.placeLead" : "vocabularies.editLead")}
      crumbs={[
        { name: t("vocabularies.title"), to: "/vocabularies" },
        { name, to: `/vocabularies/${list}` },
        { name: code },
      ]}
    >
      <EditingNotice {...answer} />
      {there ? (
        <Form id="term" labels={termLabels(t, place)} refused={answer.refused} submit={t("vocabularies.save")}>
          <TermFields fields={fields} place={place} />
          {seen}
        </Form>
      ) : (
        <p>{t("vocabularies.deleted")}</p>
      )}
      {there && !place && (
        <Part title={t("vocabularies.delete")} id="delete" lead={t("vocabularies.deleteLead")}>
          <Form
            id="delete"
            labels={{ sure: t("vocabularies.deleteSure") }}
            refused={answer.refused}
            submit={t("vocabularies.deleteIt")}
            danger
          >
            <CheckboxField name="sure" />
            {seen}
          </Form>
        </Part>
      )}
      <Part title={t("editing.history")} id="history">
        <EditionList editions={editions} />
      </Part>
    </Page>
  );
}
