import type { Citation } from "~/domain/citations/citation";
import { useTranslation } from "~/ui/translation";
import styles from "./cite.module.css";

const formats = ["apa", "bibtex", "ris", "csl"] as const;

interface CiteProps {
  citation: Citation;
  /** Not the latest one. */
  version?: number;
  /** Whether there are files to download. */
  files?: boolean;
}

/** How to cite what the page shows: its permanent address and four formats, to copy or to download. */
export function Cite({ citation, version, files = true }: CiteProps) {
  const { t } = useTranslation();
  const query = version === undefined ? "" : `&version=${version}`;
  return (
    <details className={styles.cite} id="cite">
      <summary className={styles.summary}>{t("cite.title")}</summary>
      <div className={styles.panel}>
        <p className={styles.label}>{t("cite.lead")}</p>
        <Copyable text={citation.address} name="address" />
        {formats.map((format) => (
          <div key={format}>
            <p className={styles.label}>{t(`cite.formats.${format}`)}</p>
            <Copyable text={citation[format]} name={format} />
            {files && (
              <p className={styles.download}>
                <a href={`/cite/${citation.id}?format=${format}${query}`} download rel="nofollow">
                  {t("cite.download", { format: t(`cite.formats.${format}`) })}
                </a>
              </p>
            )}
          </div>
        ))}
      </div>
    </details>
  );
}

/** app/enhance/copy.ts shows the button and makes it work. */
function Copyable({ text, name }: { text: string; name: string }) {
  const { t } = useTranslation();
  return (
    <div className={styles.copyable}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, and must do so by keyboard */}
      <pre className={styles.text} data-citation={name} tabIndex={0}>
        {text}
      </pre>
      <button className={styles.copy} type="button" hidden data-copy="" data-copied={t("cite.copied")}>
        {t("cite.copy")}
      </button>
    </div>
  );
}
