import { type ColumnName, type FieldName, ruleOf } from "~/domain/contributions/contribution-fields";
import type { Row } from "~/domain/contributions/field-value";
import { supportLabel } from "~/ui/contribution/value-label";
import { formatDate } from "~/ui/format-date";
import { WideTable } from "~/ui/layout/wide-table";
import { useTranslation } from "~/ui/translation";

interface RowTableProps {
  /** The field of the template whose columns these are. */
  name: FieldName;
  rows: Row[];
  /** The id of its heading. */
  labelledBy: string;
  /** Of what stands in the cells. */
  language?: string;
}

/** A field that is a table. */
export function RowTable({ name, rows, labelledBy, language: content }: RowTableProps) {
  const { t, language } = useTranslation();
  const rule = ruleOf(name);
  if (rule.kind !== "rows") return null;
  const show = (kind: string, cell: string) =>
    kind === "choice" ? supportLabel(t, cell) : kind === "date" && cell ? formatDate(cell, language) : cell;
  const named = (column: { kind: string }) => (column.kind === "line" ? content : undefined);
  return (
    <WideTable labelledBy={labelledBy}>
      <thead>
        <tr>
          {rule.columns.map((column) => (
            <th key={column.name} scope="col">
              {t(`column.${column.name as ColumnName}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place alone
          <tr key={index}>
            {rule.columns.map((column) => (
              <td key={column.name} lang={named(column)}>
                {show(column.kind, row[column.name] ?? "")}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}
