import { type TermList, termLists } from "~/domain/vocabularies/vocabulary";
import { EntryLine, EntryList } from "~/ui/entry/entry-line";
import { Page } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";

export function VocabulariesPage({ counts }: { counts: Partial<Record<TermList, number>> }) {
  const { t } = useTranslation();
  return (
    <Page title={t("vocabularies.title")} lead={t("vocabularies.lead")} crumbs={[{ name: t("vocabularies.title") }]}>
      <EntryList>
        {termLists.map((list) => (
          <EntryLine
            key={list}
            to={`/vocabularies/${list}`}
            title={t(`vocabulary.${list}`)}
            summary={t(`vocabularies.one.${list}`)}
          >
            {t("vocabularies.terms", { count: counts[list] ?? 0 })}
          </EntryLine>
        ))}
      </EntryList>
    </Page>
  );
}
