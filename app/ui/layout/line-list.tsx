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
