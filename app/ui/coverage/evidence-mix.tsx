import type { CoverageCell } from "~/domain/coverage/coverage";
import { useTranslation } from "~/ui/translation";
import { type Evidence, evidenceLevels } from "~db/schema/link";
import styles from "./evidence-mix.module.css";

/** A sign for each level, so that it is not told by colour alone. */
const signs: Record<Evidence, string> = { claimed: "○", documented: "◐", "peer-confirmed": "●" };

/** How much of a cell is at which level, as signs and numbers, strongest first; words for it stand in the cell's label. */
export function EvidenceMix({ cell }: { cell: CoverageCell }) {
  return (
    <span className={styles.mix} aria-hidden="true">
      {[...evidenceLevels].reverse().map(
        (level) =>
          cell.evidence[level] > 0 && (
            <span key={level} data-level={level}>
              {signs[level]}
              {cell.evidence[level]}
            </span>
          ),
      )}
    </span>
  );
}

/** What the signs mean. */
export function EvidenceLegend() {
  const { t } = useTranslation();
  return (
    <ul className={styles.legend} aria-label={t("coverage.evidence")}>
      {[...evidenceLevels].reverse().map((level) => (
        <li key={level} className={styles.mix}>
          <span data-level={level} aria-hidden="true">
            {signs[level]}
          </span>{" "}
          {t(`evidence.${level}`)}
        </li>
      ))}
    </ul>
  );
}
