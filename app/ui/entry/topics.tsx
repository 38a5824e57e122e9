import { facetOf, type TermsByVocabulary } from "~/domain/vocabularies/vocabulary";
import { useTranslation } from "~/ui/translation";
import { vocabularies } from "~db/schema/vocabulary";
import styles from "./topics.module.css";

/** The terms of an entry; each leads to everything that carries it. */
export function Topics({ terms }: { terms: TermsByVocabulary }) {
  const { t, language } = useTranslation();
  return (
    <dl className={styles.topics}>
      {vocabularies
        .filter((vocabulary) => terms[vocabulary].length > 0)
        .map((vocabulary) => (
          <div key={vocabulary}>
            <dt>{t(`vocabulary.${vocabulary}`)}</dt>
            {terms[vocabulary].map(({ code, label }) => (
              <dd key={code}>
                <a href={`/search?${facetOf[vocabulary]}=${code}`}>
                  {facetOf[vocabulary] === "sdg" ? `${code} ${label[language]}` : label[language]}
                </a>
              </dd>
            ))}
          </div>
        ))}
    </dl>
  );
}
