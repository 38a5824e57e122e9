import { nameTreaties } from "~/domain/vocabularies/name-treaties";
import { facetOf, isPlaceList, type TermList, type TermMeaning } from "~/domain/vocabularies/vocabulary";
import { translator } from "~/i18n/translate";
import styles from "~/ui/editing/editing.module.css";
import { breadcrumbList } from "~/ui/layout/breadcrumbs";
import { Page } from "~/ui/layout/page";
import { frameOf, pageMeta } from "~/ui/meta";
import { useTranslation } from "~/ui/translation";

interface VocabularyProps {
  list: TermList;
  terms: TermMeaning[];
  edits: boolean;
}

/** The terms of a vocabulary: what they mean, and the way to everything that carries them. */
export function VocabularyPage({ list, terms, edits }: VocabularyProps) {
  const { t, language } = useTranslation();
  const title = t(`vocabulary.${list}`);
  const numbered = facetOf[list] === "sdg";
  return (
    <Page
      title={title}
      lead={t(`vocabularies.one.${list}`)}
      crumbs={[{ name: t("vocabularies.title"), to: "/vocabularies" }, { name: title }]}
    >
      {edits && !isPlaceList(list) && (
        <p>
          <a href={`/vocabularies/${list}/new`}>{t("vocabularies.addTitle")}</a>
        </p>
      )}
      <dl className={styles.terms}>
        {terms.map(({ code, label, meaning, mapsTo }) => (
          <div key={code} id={code}>
            <dt>
              <a href={`/search?${facetOf[list]}=${encodeURIComponent(code)}`}>
                {numbered ? `${code} ${label[language]}` : label[language]}
              </a>
            </dt>
            {(meaning[language] ?? meaning.en) && (
              <dd lang={meaning[language] ? undefined : "en"}>{meaning[language] ?? meaning.en}</dd>
            )}
            {mapsTo && (
              <dd className={styles.who}>{t("vocabularies.mapsTo", { name: nameTreaties(mapsTo, language) })}</dd>
            )}
            {edits && (
              <dd>
                <a
                  href={`/vocabularies/${list}/${code.toLowerCase()}/edit`}
                  aria-label={`${t("vocabularies.edit")}: ${label[language]}`}
                >
                  {t("vocabularies.edit")}
                </a>
              </dd>
            )}
          </div>
        ))}
      </dl>
    </Page>
  );
}

export function vocabularyMeta(matches: Parameters<typeof frameOf>[0], list: TermList) {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  const title = t(`vocabulary.${list}`);
  const description = t(`vocabularies.one.${list}`);
  const crumbs = [{ name: t("vocabularies.title"), to: "/vocabularies" }, { name: title }];
  return pageMeta(frame, {
    title,
    description,
    jsonLd: { "@type": "DefinedTermSet", name: title, description, breadcrumb: breadcrumbList(frame.origin, crumbs) },
  });
}
