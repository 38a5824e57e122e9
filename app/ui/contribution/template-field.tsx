import type { ReactNode } from "react";
import type { StoredField } from "~/domain/contributions/contribution";
import { type FieldName, longestOf, ruleOf } from "~/domain/contributions/contribution-fields";
import type { EditedField } from "~/domain/contributions/edited-fields";
import { countWords, readableValue } from "~/domain/contributions/field-value";
import type { TemplateTerms } from "~/domain/contributions/template-terms";
import { useField } from "~/ui/form/form";
import forms from "~/ui/form/form.module.css";
import quiet from "~/ui/form/quiet-button.module.css";
import { formatMoment } from "~/ui/format-date";
import { useTranslation } from "~/ui/translation";
import { CodesInput } from "./codes-input";
import styles from "./contribution.module.css";
import { RowsInput } from "./rows-input";
import { valueLabel } from "./value-label";

/** A field of the template: what is wanted, an example, the input, and whether it is saved. */
export function TemplateField({ field, terms }: { field: EditedField; terms: TemplateTerms }) {
  const { t, language } = useTranslation();
  const { name, base, savedAt, theirs } = field;
  const { id, label, error, given } = useField(name);
  const rule = ruleOf(name);
  const value = typeof given === "string" ? given : field.value;
  const isGroup = rule.kind === "codes" || rule.kind === "rows";
  const head = (
    <>
      {label} <span className={forms.optional}>({t(`level.${rule.level}`)})</span>
    </>
  );
  const hints = (
    <div id={`${id}-hint`} className={forms.hint}>
      <p>{t(`template.${name}.help`)}</p>
      <p>{t("editor.example", { example: t(`template.${name}.example`) })}</p>
    </div>
  );
  const problem = error && (
    <p className={forms.error} id={`${id}-error`}>
      {error}
    </p>
  );
  const body = (
    <>
      {hints}
      {problem}
      {theirs && <TheirText field={field} theirs={theirs} terms={terms} />}
      <FieldInput id={id} name={name} value={value} wrong={error !== undefined} terms={terms} />
      <input type="hidden" name={`revision.${name}`} value={base} />
      <p className={styles.state}>
        <FieldCount name={name} value={value} />
        <span data-state="" role="status">
          {savedAt && !error && t("editor.saved", { time: formatMoment(savedAt, language) })}
        </span>
      </p>
    </>
  );
  const mark = { "data-field": name, "data-kind": rule.kind, "data-wrong": error ? "" : undefined };
  if (!isGroup)
    return (
      <div className={styles.field} {...mark}>
        <label htmlFor={id} className={forms.label}>
          {head}
        </label>
        {body}
      </div>
    );
  return (
    <fieldset
      className={`${forms.group} ${styles.field}`}
      id={id}
      tabIndex={-1}
      aria-describedby={`${id}-hint`}
      {...mark}
    >
      <legend>{head}</legend>
      {body}
    </fieldset>
  );
}

/** The tools of a text: app/enhance/editor/marks.ts sets them around what is selected. */
const marks = ["bold", "list", "link"] as const;

interface InputProps {
  id: string;
  name: FieldName;
  value: string;
  wrong: boolean;
  terms: TemplateTerms;
}

function FieldInput({ id, name, value, wrong, terms }: InputProps) {
  const { t, language } = useTranslation();
  const rule = ruleOf(name);
  const shared = {
    id,
    name,
    "aria-describedby": wrong ? `${id}-hint ${id}-error` : `${id}-hint`,
    "aria-invalid": wrong ? true : undefined,
  } as const;
  switch (rule.kind) {
    case "rows":
      return <RowsInput name={name} value={value} columns={rule.columns} />;
    case "codes":
      return <CodesInput name={name} value={value} terms={terms} />;
    case "choice": {
      const codes = rule.choices === "city" ? terms.city.map(({ code }) => code) : rule.choices;
      return (
        <select {...shared} defaultValue={value} className={forms.input}>
          <option value="">{t("form.none")}</option>
          {codes.map((code) => (
            <option key={code} value={code}>
              {valueLabel(t, language, terms, name, code)}
            </option>
          ))}
        </select>
      );
    }
    case "text":
      return (
        <>
          <textarea
            {...shared}
            defaultValue={value}
            rows={Math.min(16, Math.max(5, Math.ceil(value.length / 90)))}
            className={`${forms.input} ${styles.text}`}
          />
          <p className={forms.hint}>{t("editor.markdown")}</p>
          <div className={styles.tools}>
            {marks.map((mark) => (
              <button key={mark} type="button" hidden className={quiet.button} data-mark={mark}>
                {t(`editor.mark.${mark}`)}
              </button>
            ))}
            <button type="button" hidden className={quiet.button} data-preview={t("editor.hidePreview")}>
              {t("editor.preview")}
            </button>
          </div>
        </>
      );
    default:
      return (
        <input
          {...shared}
          type="text"
          defaultValue={value}
          className={rule.kind === "date" ? forms.short : forms.input}
        />
      );
  }
}

/** How much was written, where that can be counted. */
function FieldCount({ name, value }: { name: FieldName; value: string }): ReactNode {
  const { t } = useTranslation();
  const rule = ruleOf(name);
  if (rule.kind === "line")
    return <span data-count="">{t("editor.ofCharacters", { count: value.length, max: longestOf(name) })}</span>;
  return rule.kind === "text" ? <span data-count="">{t("editor.words", { count: countWords(value) })}</span> : null;
}

/** The other text of a conflict. Without a script, ticking the box takes it. */
function TheirText({ field, theirs, terms }: { field: EditedField; theirs: StoredField; terms: TemplateTerms }) {
  const { t, language } = useTranslation();
  const label = (code: string) => valueLabel(t, language, terms, field.name, code);
  const lead = { name: theirs.savedBy ?? t("contribution.someone"), time: formatMoment(theirs.savedAt, language) };
  return (
    <div className={styles.conflict} data-conflict="">
      <p className={forms.error}>{t("editor.conflict")}</p>
      <p>{t("editor.conflictLead", lead)}</p>
      <p className={forms.label}>{t("editor.theirs")}</p>
      <pre className={styles.theirs}>{readableValue(field.name, theirs.value, label) || t("editor.emptyText")}</pre>
      <label className={forms.choice}>
        <input type="checkbox" name={`take.${field.name}`} value={theirs.revision} />
        <span>{t("editor.takeInstead")}</span>
      </label>
    </div>
  );
}
