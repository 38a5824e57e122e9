import type { ReactNode } from "react";
import styles from "./line-list.module.css";

export function LineList({ children }: { children: ReactNode }) {
  return <ul className={styles.list}>{children}</ul>;
}

interface LineProps {
  title: ReactNode;
  /** Shown smaller, one below the other. */
  details?: ReactNode[];
  /** Buttons at the end of the line. */
  children?: ReactNode;
}

/** Somebody or something that can be acted upon. */
export function Line({ title, details = [], children }: LineProps) {
  return (
    <li className={styles.line}>
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        {details.filter(Boolean).map((detail, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: details have no names, and never change places.
          <p key={index} className={styles.detail}>
            {detail}
          </p>
        ))}
      </div>
      {children && <div className={styles.actions}>{children}</div>}
    </li>
  );
}

interface ButtonFormProps {
  /** The form's name, which the action reads. */
  form: string;
  fields: Record<string, string>;
  label: string;
  /** What the button is about, for who hears it alone; left out where the label says all. */
  about?: string;
}

/** A form that is one button. */
export function ButtonForm({ form, fields, label, about }: ButtonFormProps) {
  return (
    <form method="post">
      <input type="hidden" name="form" value={form} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className={styles.button} aria-label={about && `${label}: ${about}`}>
        {label}
      </button>
    </form>
  );
}
