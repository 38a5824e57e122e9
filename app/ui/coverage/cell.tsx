import { type CoverageCell, type CoverageView, cellSearch } from "~/domain/coverage/coverage";
import { useTranslation } from "~/ui/translation";
import { evidenceLevels } from "~db/schema/link";
import styles from "./coverage.module.css";
import { EvidenceMix } from "./evidence-mix";

interface CellProps {
  view: CoverageView;
  row: { id: string; name: string };
  /** Null: all that answers the recommendation. */
  column: { id: string; name: string } | null;
  cell: CoverageCell | undefined;
  /** Whether the reader may call for practices where there are none. */
  calls: boolean;
}

/** A number that leads to the search which finds exactly that many; where there is none, coordinators may call for some. */
export function Cell({ view, row, column, cell, calls }: CellProps) {
  const { t } = useTranslation();
  const about = t("coverage.cell", { row: row.name, column: column?.name ?? t("coverage.all") });
  if (!cell || cell.total === 0) {
    return (
      <>
        <span className={styles.none}>0</span>
        {calls && (
          <button
            type="submit"
            name="cell"
            value={`${row.id} ${column?.id ?? ""}`}
            className={styles.call}
            aria-label={t("coverage.callFor", { about })}
          >
            +
          </button>
        )}
      </>
    );
  }
  const search = cellSearch(view, row.id, column?.id ?? null, cell);
  const levels = [...evidenceLevels]
    .reverse()
    .filter((level) => cell.evidence[level] > 0)
    .map((level) => `${cell.evidence[level]} ${t(`evidence.${level}`)}`)
    .join(", ");
  const label = `${cell.total}${t("site.colon")} ${about} (${levels})`;
  return (
    <>
      {search ? (
        <a href={search} aria-label={label}>
          {cell.total}
        </a>
      ) : (
        <span>{cell.total}</span>
      )}
      <EvidenceMix cell={cell} />
    </>
  );
}
