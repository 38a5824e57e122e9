import type { ReactNode } from "react";
import styles from "./entry-line.module.css";

interface EntryLineProps {
  to: string;
  title: string;
  language?: string;
  /** Above the title: kind, city, document. */
  eyebrow?: ReactNode;
  summary?: string | null;
  /** Below: counts, notes, evidence. */
  children?: ReactNode;
}

/** An entry in a list: its title leads to it. */
export function EntryLine({ to, title, language, eyebrow, summary, children }: EntryLineProps) {
  return (
    <li className={styles.line}>
      {eyebrow && <p className={styles.eyebrow}>{eyebrow}</p>}
      <p className={styles.title}>
        <a href={to} lang={language}>
          {title}
        </a>
      </p>
      {summary && (
        <p className={styles.summary} lang={language}>
          {summary}
        </p>
      )}
      {children && <div className={styles.below}>{children}</div>}
    </li>
  );
}

export function EntryList({ children, columns }: { children: ReactNode; columns?: boolean }) {
  return <ul className={columns ? styles.columns : styles.list}>{children}</ul>;
}
