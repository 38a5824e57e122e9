import {
  type ColumnName,
  type FieldName,
  mostRows,
  type TableColumn,
} from "~/domain/contributions/contribution-fields";
import { type Row, readRows } from "~/domain/contributions/field-value";
import forms from "~/ui/form/form.module.css";
import quiet from "~/ui/form/quiet-button.module.css";
import { useTranslation } from "~/ui/translation";
import styles from "./contribution.module.css";
import { supportLabel } from "./value-label";

interface RowsInputProps {
  name: FieldName;
  value: string;
  columns: readonly TableColumn[];
}

/** A table to fill in: its lines, and two empty ones; a script adds more. */
export function RowsInput({ name, value, columns }: RowsInputProps) {
  const { t } = useTranslation();
  const rows = readRows(value);
  const shown: Row[] = [...rows, {}, {}].slice(0, Math.max(rows.length, mostRows));
  return (
    <>
      <div className={styles.rows} data-rows="">
        {shown.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place alone
          <fieldset key={index} className={styles.row}>
            <legend>{t("editor.row", { number: index + 1 })}</legend>
            {columns.map((column) => (
              <div key={column.name} className={styles.cell}>
                <label htmlFor={`edit-${name}.${index}.${column.name}`}>
                  {t(`column.${column.name as ColumnName}`)}
                </label>
                {column.choices ? (
                  <select
                    id={`edit-${name}.${index}.${column.name}`}
                    name={`${name}.${index}.${column.name}`}
                    defaultValue={row[column.name] ?? ""}
                    className={forms.input}
                  >
                    <option value="">{t("form.none")}</option>
                    {column.choices.map((code) => (
                      <option key={code} value={code}>
                        {supportLabel(t, code)}
                      </option>
                    ))}
                  </select>
                ) : (
                  <input
                    type="text"
                    id={`edit-${name}.${index}.${column.name}`}
                    name={`${name}.${index}.${column.name}`}
                    defaultValue={row[column.name] ?? ""}
                    className={forms.input}
                  />
                )}
              </div>
            ))}
          </fieldset>
        ))}
      </div>
      <p>
        <button type="button" hidden className={quiet.button} data-add-row="">
          {t("editor.addRow")}
        </button>
      </p>
    </>
  );
}
