import { useTranslation } from "~/ui/translation";
import styles from "./quotation.module.css";

interface QuotationProps {
  text: string;
  speaker: string | null;
  affiliation: string | null;
  language: string;
  /** The quotation's own page; absent there. */
  to?: string;
}

/** What somebody said, and who. */
export function Quotation({ text, speaker, affiliation, language, to }: QuotationProps) {
  const { t } = useTranslation();
  const name = speaker && affiliation ? t("provision.speaker", { speaker, affiliation }) : (speaker ?? affiliation);
  return (
    <figure className={styles.quotation}>
      <blockquote className={styles.text} lang={language}>
        <p>{text}</p>
      </blockquote>
      {name && <figcaption className={styles.speaker}>{to ? <a href={to}>{name}</a> : name}</figcaption>}
    </figure>
  );
}
