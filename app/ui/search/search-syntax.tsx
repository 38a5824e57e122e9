import { useTranslation } from "~/ui/translation";
import styles from "./search-syntax.module.css";

/** Each with an example to try. */
const rules = ["words", "phrase", "without", "beginning", "typing", "synonyms", "languages"] as const;

/** How searches are written, in short, near the search field. */
export function SearchSyntax() {
  const { t } = useTranslation();
  return (
    <details className={styles.near}>
      <summary>{t("search.help.short")}</summary>
      <SyntaxRules />
      <p>
        <a href="/search/help">{t("search.help.more")}</a>
      </p>
    </details>
  );
}

/** How searches are written: each rule with an example that is a link to its search. */
export function SyntaxRules({ explained = false }: { explained?: boolean }) {
  const { t } = useTranslation();
  return (
    <dl className={explained ? styles.explained : styles.rules}>
      {(explained ? rules : rules.slice(0, 4)).map((rule) => {
        const example = t(`search.help.${rule}.example`);
        return (
          <div key={rule}>
            <dt>
              <a href={`/search?q=${encodeURIComponent(example)}`} rel="nofollow">
                {example}
              </a>
            </dt>
            <dd>{t(`search.help.${rule}.text`)}</dd>
          </div>
        );
      })}
    </dl>
  );
}
