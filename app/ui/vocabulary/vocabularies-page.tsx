import { EntryLine, EntryList } from "~/ui/entry/entry-line";
import { Page } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import { type Vocabulary, vocabularies } from "~db/schema/vocabulary";

export function VocabulariesPage({ counts }: { counts: Partial<Record<Vocabulary, number>> }) {
  const { t } = useTranslation();
  return (
    <Page title={t("vocabularies.title")} lead={t("vocabularies.lead")} crumbs={[{ name: t("vocabularies.title") }]}>
      <EntryList>
        {vocabularies.map((vocabulary) => (
          <EntryLine
            key={vocabulary}
            to={`/vocabularies/${vocabulary}`}
            title={t(`vocabulary.${vocabulary}`)}
            summary={t(`vocabularies.one.${vocabulary}`)}
          >
            {t("vocabularies.terms", { count: counts[vocabulary] ?? 0 })}
          </EntryLine>
        ))}
      </EntryList>
    </Page>
  );
}
