import { fieldsOf } from "~/domain/contributions/contribution-fields";
import { type DraftChange, mostChanges, readDraftChanges } from "~/domain/reviews/review-fields";
import contribution from "~/ui/contribution/contribution.module.css";
import forms from "~/ui/form/form.module.css";
import quiet from "~/ui/form/quiet-button.module.css";
import { useTranslation } from "~/ui/translation";
import type { ContributionKind } from "~db/schema/contribution";
import { changeKinds } from "~db/schema/review";
import styles from "./review.module.css";

const empty: DraftChange = { kind: "", field: "", text: "" };

/** The changes that a review asks for: those that stand, and an empty one; a script adds more. */
export function ChangesInput({ value, kind }: { value: string; kind: ContributionKind }) {
  const { t } = useTranslation();
  const rows = readDraftChanges(value);
  const shown = [...rows, empty].slice(0, Math.max(rows.length, mostChanges));
  return (
    <>
      <div className={contribution.rows} data-rows="">
        {shown.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a change is known by its place alone
          <fieldset key={index} className={styles.change}>
            <legend>{t("reviewing.changeNumber", { number: index + 1 })}</legend>
            <Cell name="kind" index={index}>
              {(cell) => (
                <select {...cell} defaultValue={row.kind} className={forms.input}>
                  <option value="">{t("form.none")}</option>
                  {changeKinds.map((code) => (
                    <option key={code} value={code}>
                      {t(`changeKind.${code}`)}
                    </option>
                  ))}
                </select>
              )}
            </Cell>
            <Cell name="field" index={index}>
              {(cell) => (
                <select {...cell} defaultValue={row.field} className={forms.input}>
                  <option value="">{t("reviewing.wholeText")}</option>
                  {fieldsOf(kind).map((field) => (
                    <option key={field} value={field}>
                      {t(`template.${field}.label`)}
                    </option>
                  ))}
                </select>
              )}
            </Cell>
            <Cell name="text" index={index}>
              {(cell) => <textarea {...cell} rows={3} defaultValue={row.text} className={forms.input} />}
            </Cell>
          </fieldset>
        ))}
      </div>
      <p>
        <button type="button" hidden className={quiet.button} data-add-row="">
          {t("reviewing.addChange")}
        </button>
      </p>
    </>
  );
}

interface CellProps {
  name: keyof DraftChange;
  index: number;
  children: (cell: { id: string; name: string }) => React.ReactNode;
}

function Cell({ name, index, children }: CellProps) {
  const { t } = useTranslation();
  const id = `review-changes.${index}.${name}`;
  return (
    <div className={contribution.cell} data-cell={name}>
      <label htmlFor={id}>{t(`reviewing.change.${name}`)}</label>
      {children({ id, name: `changes.${index}.${name}` })}
    </div>
  );
}
