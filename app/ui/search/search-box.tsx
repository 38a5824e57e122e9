import { useId } from "react";
import { useTranslation } from "~/ui/translation";
import type from "~/ui/type.module.css";
import styles from "./search-box.module.css";

interface SearchBoxProps {
  size: "small" | "large";
  value?: string;
  /** Filters of the search at hand, kept when the words change. */
  keep?: [name: string, value: string][];
}

/** What app/enhance/recent.ts says, in this order. */
const recentTexts = ["title", "forget", "forgetAll", "off", "on"] as const;

/**
 * The search field: a plain form. app/enhance/suggest.ts makes it a combobox (W3C's editable combobox with list
 * autocomplete) where scripts run; the texts that it needs are in data attributes.
 */
export function SearchBox({ size, value = "", keep }: SearchBoxProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <search className={styles[size]}>
      <form action="/search">
        <label className={type.visuallyHidden} htmlFor={id}>
          {t("search.label")}
        </label>
        <div
          className={styles.field}
          data-suggest=""
          data-suggest-label={t("search.suggestions")}
          data-suggest-none={t("search.noSuggestions")}
          data-suggest-count={t("search.suggestionCount", { count: 2 }).replace("2", "#")}
          data-suggest-one={t("search.suggestionCount", { count: 1 })}
          data-recent={recentTexts.map((name) => t(`search.recent.${name}`)).join("|")}
        >
          <input
            id={id}
            className={styles.input}
            type="search"
            name="q"
            defaultValue={value}
            placeholder={size === "large" ? t("search.placeholder") : undefined}
            maxLength={1000}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck="false"
            enterKeyHint="search"
          />
          <button className={styles.button} type="submit">
            <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
              <g fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round">
                <circle cx="8.5" cy="8.5" r="5.5" />
                <path d="m12.8 12.8 4.7 4.7" />
              </g>
            </svg>
            <span className={styles.buttonText}>{t("search.submit")}</span>
          </button>
        </div>
        {keep && (
          <div data-live="kept" hidden>
            {keep.map(([name, kept]) => (
              <input key={`${name}=${kept}`} type="hidden" name={name} value={kept} />
            ))}
          </div>
        )}
      </form>
    </search>
  );
}
