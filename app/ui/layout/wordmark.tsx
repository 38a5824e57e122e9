import { useTranslation } from "~/ui/translation";
import styles from "./wordmark.module.css";

/** Many voices, one line: three strokes of speech that meet in a paragraph sign. */
export function Wordmark() {
  const { t } = useTranslation();
  return (
    <span className={styles.wordmark}>
      <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
        <g fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round">
          <path d="M12 27V5h13" />
          <path d="M20 5v22" />
          <path className={styles.voice} d="M12 16a5.5 5.5 0 0 1 0-11" />
          <path className={styles.voice} d="M7.5 20A9.5 9.5 0 0 1 3 10.5" />
          <path className={styles.voice} d="M24 11.5a5 5 0 0 1 0 9" />
          <path className={styles.voice} d="M27.5 8a10 10 0 0 1 0 16" />
        </g>
      </svg>
      <span>{t("site.name")}</span>
    </span>
  );
}
