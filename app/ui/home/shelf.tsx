import type { ReactNode } from "react";
import styles from "./shelf.module.css";

interface ShelfProps {
  title: string;
  lead: string;
  /** Where the rest is, and what that is called. */
  all: [to: string, name: string];
  children: ReactNode;
}

/** A few entries of one kind and the way to all of them. */
export function Shelf({ title, lead, all: [to, name], children }: ShelfProps) {
  return (
    <section className={styles.shelf}>
      <h2>{title}</h2>
      <p className={styles.lead}>{lead}</p>
      {children}
      <p className={styles.all}>
        <a href={to}>{name}</a>
      </p>
    </section>
  );
}
