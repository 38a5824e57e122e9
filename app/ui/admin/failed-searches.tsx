import type { FailedSearch } from "~/domain/search/failed-searches.server";
import quiet from "~/ui/form/quiet-button.module.css";
import { useTranslation } from "~/ui/translation";
import type from "~/ui/type.module.css";
import styles from "./search-counts-page.module.css";
import { type FailedChange, SynonymForm } from "./synonym-form";

/** Searches that found nothing, each with what it may have meant: one click makes it a synonym. */
export function FailedSearches({ failed, failure }: { failed: FailedSearch[]; failure: FailedChange | null }) {
  const { t, language } = useTranslation();
  if (failed.length === 0) return <p>{t("admin.failed.none")}</p>;
  return (
    <ul className={styles.failed}>
      {failed.map(({ text, withoutResult, found, suggestions }) => (
        <li key={text}>
          <h3 className={styles.text}>{text}</h3>
          <p className={styles.facts}>
            {t("admin.failed.times", { count: withoutResult })}
            {found > 0 && (
              <>
                {" · "}
                <a href={`/search?${new URLSearchParams({ q: text })}`}>
                  {t("admin.failed.foundNow", { count: found })}
                </a>
              </>
            )}
          </p>
          {found === 0 && (
            <>
              {suggestions.length > 0 && (
                <ul className={styles.suggestions} aria-label={t("admin.failed.suggestions", { text })}>
                  {suggestions.map((suggestion) => (
                    <li key={suggestion.term}>
                      <form method="post" action="/admin/search">
                        <input type="hidden" name="intent" value="add" />
                        <input type="hidden" name="term" value={text} />
                        <input type="hidden" name="termLanguage" value={language} />
                        <input type="hidden" name="same" value={suggestion.term} />
                        <input type="hidden" name="sameLanguage" value={suggestion.language} />
                        <button type="submit" className={quiet.button}>
                          <span className={styles.equals}>{t("admin.failed.means")}</span>{" "}
                          <span lang={suggestion.language}>{suggestion.term}</span>
                        </button>
                      </form>
                    </li>
                  ))}
                </ul>
              )}
              <details className={styles.other} open={failure?.term === text}>
                <summary>
                  {t("admin.failed.other")} <span className={type.visuallyHidden}>({text})</span>
                </summary>
                <SynonymForm term={text} failure={failure?.term === text ? failure : null} />
              </details>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
