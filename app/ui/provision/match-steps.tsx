import { useTranslation } from "~/ui/translation";
import styles from "./match-steps.module.css";

/** Where a match stands among those of its document, and the way to those before and after it. */
export interface MatchPlace {
  number: number;
  count: number;
  /** Addresses; null at the ends. */
  previous: string | null;
  next: string | null;
}

export function MatchSteps({ place: { number, count, previous, next } }: { place: MatchPlace }) {
  const { t } = useTranslation();
  return (
    <p className={styles.steps}>
      <span>{t("find.place", { number, count })}</span>
      {previous && (
        <a href={previous} aria-label={t("find.previous")}>
          ↑
        </a>
      )}
      {next && (
        <a href={next} aria-label={t("find.next")}>
          ↓
        </a>
      )}
    </p>
  );
}
