import type { ReactNode } from "react";
import styles from "./notice.module.css";

/** What a reader should know before the rest: paragraphs. */
export function Notice({ children }: { children: ReactNode }) {
  return <div className={styles.notice}>{children}</div>;
}

/** What was just done; it is read out. */
export function DoneNotice({ children }: { children: ReactNode }) {
  return (
    <p role="status" className={styles.done}>
      {children}
    </p>
  );
}
