import type { FieldName } from "~/domain/contributions/contribution-fields";
import { readCodes } from "~/domain/contributions/field-value";
import { type TemplateTerm, type TemplateTerms, termsFor } from "~/domain/contributions/template-terms";
import forms from "~/ui/form/form.module.css";
import { useTranslation } from "~/ui/translation";
import styles from "./contribution.module.css";
import { valueLabel } from "./value-label";

/** Boxes to tick, folded away: there may be many. Targets stand under their goals. */
export function CodesInput({ name, value, terms }: { name: FieldName; value: string; terms: TemplateTerms }) {
  const { t, language } = useTranslation();
  const chosen = readCodes(value);
  const all = termsFor(terms, name);
  const box = ({ code }: TemplateTerm) => (
    <label key={code} className={forms.choice}>
      <input type="checkbox" name={name} value={code} defaultChecked={chosen.includes(code)} />
      <span>{valueLabel(t, language, terms, name, code)}</span>
    </label>
  );
  const groups = terms.goal.filter((goal) => all.some(({ group }) => group === goal.code));
  return (
    <details className={styles.codes}>
      <summary>
        <span data-chosen="">{t("editor.chosen", { count: chosen.length })}</span>
        {chosen.length > 0 && (
          <span className={styles.chosen}>
            {chosen.map((code) => valueLabel(t, language, terms, name, code)).join(", ")}
          </span>
        )}
      </summary>
      {groups.length === 0 ? (
        <div className={forms.choices}>{all.map(box)}</div>
      ) : (
        groups.map((goal) => (
          <fieldset key={goal.code} className={forms.group}>
            <legend>{`${goal.code} ${goal.label[language]}`}</legend>
            {all.filter(({ group }) => group === goal.code).map(box)}
          </fieldset>
        ))
      )}
    </details>
  );
}
