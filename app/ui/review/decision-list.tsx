import type { Decision } from "~/domain/reviews/review";
import { formatMoment } from "~/ui/format-date";
import { useTranslation } from "~/ui/translation";
import type from "~/ui/type.module.css";
import styles from "./review.module.css";

/** What was decided, by whom and why, the latest first. */
export function DecisionList({ decisions }: { decisions: Decision[] }) {
  const { t, language } = useTranslation();
  return decisions.map(({ verb, reason, decidedBy, decidedAt }) => (
    <div key={decidedAt + verb} className={styles.decision}>
      <p className={styles.tag}>{t(`decision.${verb}`)}</p>
      <p className={type.small}>
        {decidedBy ?? t("contribution.someone")} · <time dateTime={decidedAt}>{formatMoment(decidedAt, language)}</time>
      </p>
      {reason && <p className={styles.words}>{reason}</p>}
    </div>
  ));
}
