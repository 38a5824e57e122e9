import { useTranslation } from "~/ui/translation";
import type { MarkedText } from "~search/port";
import { MarkedPart } from "./marked-part";
import styles from "./quotation.module.css";

interface QuotationProps {
  text: string;
  speaker: string | null;
  affiliation: string | null;
  language: string;
  /** The quotation's own page; absent there. */
  to?: string;
  /** What a search found in it. */
  marked?: MarkedText[];
}

/** What somebody said, and who. */
export function Quotation({ text, speaker, affiliation, language, to, marked }: QuotationProps) {
  const { t } = useTranslation();
  const name = speaker && affiliation ? t("provision.speaker", { speaker, affiliation }) : (speaker ?? affiliation);
  const said = name && <MarkedPart text={name} marked={marked} />;
  return (
    <figure className={styles.quotation}>
      <blockquote className={styles.text} lang={language}>
        <p>
          <MarkedPart text={text} marked={marked} />
        </p>
      </blockquote>
      {said && <figcaption className={styles.speaker}>{to ? <a href={to}>{said}</a> : said}</figcaption>}
    </figure>
  );
}
