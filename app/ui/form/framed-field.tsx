import type { ReactNode } from "react";
import { useTranslation } from "~/ui/translation";
import { useField } from "./form";
import styles from "./form.module.css";

export interface FieldProps {
  name: string;
  hint?: ReactNode;
  /** May be left empty. */
  optional?: boolean;
}

/** A field of one control: its label, hint and error above it. */
export function Framed({ name, hint, optional, children }: FieldProps & { children: ReactNode }) {
  const { t } = useTranslation();
  const { id, label, error } = useField(name);
  return (
    <div className={styles.field} data-wrong={error ? "" : undefined}>
      <label htmlFor={id} className={styles.label}>
        {label} {optional && <span className={styles.optional}>{t("form.optional")}</span>}
      </label>
      <Hint id={id}>{hint}</Hint>
      {error && <ErrorText id={id}>{error}</ErrorText>}
      {children}
    </div>
  );
}

export const Hint = ({ id, children }: { id: string; children: ReactNode }) =>
  children ? (
    <p className={styles.hint} id={`${id}-hint`}>
      {children}
    </p>
  ) : null;

export const ErrorText = ({ id, children }: { id: string; children: string }) => (
  <p className={styles.error} id={`${id}-error`}>
    {children}
  </p>
);

/** What a control needs to be read out with its hint and error. */
export function described(id: string, hint: ReactNode, error: string | undefined) {
  const by = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return { "aria-describedby": by || undefined, "aria-invalid": error ? true : undefined } as const;
}
