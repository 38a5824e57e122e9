import type { ReactNode } from "react";
import styles from "./side.module.css";

/** A block of the column beside the text. */
export function Side({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className={styles.title}>{title}</h2>
      {children}
    </section>
  );
}
