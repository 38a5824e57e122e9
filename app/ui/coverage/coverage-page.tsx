import {
  type CoverageColumn,
  type CoverageRow,
  type CoverageView,
  coverageAxes,
  coveragePath,
} from "~/domain/coverage/coverage";
import forms from "~/ui/form/form.module.css";
import { Page } from "~/ui/layout/page";
import { provisionName } from "~/ui/provision/provision-name";
import { useTranslation } from "~/ui/translation";
import { Cell } from "./cell";
import styles from "./coverage.module.css";
import { EvidenceLegend } from "./evidence-mix";
import { SelectPart } from "./select-part";

export interface CoveragePageProps {
  view: CoverageView;
  columns: CoverageColumn[];
  rows: CoverageRow[];
  /** What may be chosen. */
  documents: { id: string; name: string }[];
  networks: { id: string; name: string }[];
  recommendations: { id: string; eid: string; label: string | null; shortTitle: string }[];
  /** The reader may call for practices, in the name of one of these networks or of all. */
  calls: boolean;
}

/** Where practices answer recommendations, and where none does yet. */
export function CoveragePage({ view, columns, rows, calls, ...choices }: CoveragePageProps) {
  const { t, language } = useTranslation();
  const nameOfColumn = ({ label }: CoverageColumn) => (typeof label === "string" ? label : label[language]);
  const nameOfRow = (row: { eid: string; label: string | null; shortTitle: string }) =>
    `${row.shortTitle}, ${provisionName(t, { ...row, kind: "recommendation" })}`;
  const named = columns.map((column) => ({ id: column.id, name: nameOfColumn(column) }));
  const only = view.recommendation === null ? undefined : rows[0];
  return (
    <Page title={t("coverage.title")} lead={t("coverage.lead")} crumbs={[{ name: t("coverage.title") }]} wide>
      <form className={styles.choose} action="/coverage">
        <SelectPart
          name="by"
          label={t("coverage.by")}
          value={view.axis === "tool" ? "" : view.axis}
          choices={coverageAxes.map((axis) => ({
            value: axis === "tool" ? "" : axis,
            label: t(`coverage.axis.${axis}`),
          }))}
        />
        <SelectPart
          name="document"
          label={t("coverage.document")}
          value={view.document}
          any={t("coverage.everyDocument")}
          choices={choices.documents.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectPart
          name="network"
          label={t("coverage.network")}
          value={view.network}
          any={t("coverage.everyCity")}
          choices={choices.networks.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectPart
          name="recommendation"
          label={t("coverage.row")}
          value={view.recommendation}
          any={t("coverage.everyRow")}
          choices={choices.recommendations.map((row) => ({ value: row.id, label: nameOfRow(row) }))}
        />
        <button type="submit">{t("coverage.show")}</button>
      </form>
      {rows.length === 0 ? (
        <p>
          {t("coverage.empty")} <a href="/coverage">{t("coverage.whole")}</a>
        </p>
      ) : (
        <>
          <EvidenceLegend />
          <form method="post" action="/calls/new">
            {calls && (
              <div className={styles.advice}>
                <p>{t("coverage.advice")}</p>
                <label className={forms.choice}>
                  <input type="checkbox" name="publish" value="yes" />
                  <span>{t("coverage.publishAtOnce")}</span>
                </label>
              </div>
            )}
            <input type="hidden" name="form" value="cell" />
            <input type="hidden" name="by" value={view.axis} />
            <input type="hidden" name="network" value={view.network ?? ""} />
            {only ? (
              <OneRow view={view} row={only} name={nameOfRow(only)} columns={named} calls={calls} />
            ) : (
              <WholeTable view={view} rows={rows} nameOfRow={nameOfRow} columns={named} calls={calls} />
            )}
          </form>
        </>
      )}
    </Page>
  );
}

interface TableProps {
  view: CoverageView;
  columns: { id: string; name: string }[];
  calls: boolean;
}

/** Scrolls in its frame, with the heads of rows and columns in sight; on a phone each row leads to its own page. */
function WholeTable({
  view,
  rows,
  nameOfRow,
  columns,
  calls,
}: TableProps & { rows: CoverageRow[]; nameOfRow: (row: CoverageRow) => string }) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section className={styles.frame} aria-label={t("coverage.title")} tabIndex={0}>
      <table className={styles.table} data-wide={columns.length > 8 ? "" : undefined}>
        <thead>
          <tr>
            <th scope="col">{t("coverage.recommendation")}</th>
            <th scope="col">
              <span>{t("coverage.all")}</span>
            </th>
            {columns.map(({ id, name }) => (
              <th key={id} scope="col">
                <span>{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const named = { id: row.id, name: nameOfRow(row) };
            return (
              <tr key={row.id}>
                <th scope="row">
                  <a href={coveragePath({ ...view, recommendation: row.id })}>{named.name}</a>
                  <span className={styles.summary} lang={row.language}>
                    {row.summary}
                  </span>
                </th>
                <td>
                  <Cell view={view} row={named} column={null} cell={row.all} calls={false} />
                </td>
                {columns.map((column) => (
                  <td key={column.id}>
                    <Cell view={view} row={named} column={column} cell={row.cells[column.id]} calls={calls} />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** One recommendation, with the columns one below the other. */
function OneRow({ view, row, name, columns, calls }: TableProps & { row: CoverageRow; name: string }) {
  const { t } = useTranslation();
  const named = { id: row.id, name };
  return (
    <>
      <h2>
        <a href={`/documents/${row.id}`}>{name}</a>
      </h2>
      <p className={styles.text} lang={row.language}>
        {row.summary}
      </p>
      <table className={styles.list}>
        <thead>
          <tr>
            <th scope="col">{t(`coverage.axis.${view.axis}`)}</th>
            <th scope="col">{t("coverage.number")}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t("coverage.all")}</th>
            <td>
              <Cell view={view} row={named} column={null} cell={row.all} calls={calls} />
            </td>
          </tr>
          {columns.map((column) => (
            <tr key={column.id}>
              <th scope="row">{column.name}</th>
              <td>
                <Cell view={view} row={named} column={column} cell={row.cells[column.id]} calls={calls} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <a href={coveragePath({ ...view, recommendation: null })}>{t("coverage.whole")}</a>
      </p>
    </>
  );
}
