import { useId } from "react";
import { termLanguages } from "~/domain/search/thesaurus";
import forms from "~/ui/form/form.module.css";
import { useTranslation } from "~/ui/translation";
import type from "~/ui/type.module.css";
import styles from "./search-counts-page.module.css";

/** A change that could not be made, with what was typed. */
export interface FailedChange {
  problem: "terms" | "file";
  /** What is wrong with the file. */
  message: string;
  term: string;
  same: string;
}

/** Two terms that mean the same, each in its language; `term` is given where it was searched for. */
export function SynonymForm({ term, failure }: { term?: string; failure: FailedChange | null }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <form method="post" action="/admin/search" className={styles.form}>
      <input type="hidden" name="intent" value="add" />
      <TermField name="term" id={`${id}term`} label={t("admin.own.term")} value={failure?.term ?? term ?? ""} />
      <TermField name="same" id={`${id}same`} label={t("admin.own.same")} value={failure?.same ?? ""} />
      <button type="submit" className={forms.submit}>
        {t("admin.own.add")}
      </button>
    </form>
  );
}

function TermField({ name, id, label, value }: { name: "term" | "same"; id: string; label: string; value: string }) {
  const { t, language } = useTranslation();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        defaultValue={value}
        required
        maxLength={120}
        autoComplete="off"
        spellCheck="false"
        className={forms.input}
      />
      <label htmlFor={`${id}-language`} className={type.visuallyHidden}>
        {t("admin.own.language", { label })}
      </label>
      <select id={`${id}-language`} name={`${name}Language`} defaultValue={language} className={forms.input}>
        {termLanguages.map((code) => (
          <option key={code} value={code}>
            {t(`admin.languages.${code}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
