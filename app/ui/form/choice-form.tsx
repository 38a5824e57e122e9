import type { ReactNode } from "react";
import styles from "./choice-form.module.css";

/** A row of labelled choices that asks for another view of a page; it changes nothing. */
export function ChoiceForm({ action, submit, children }: { action?: string; submit: string; children: ReactNode }) {
  return (
    <form method="get" action={action} className={styles.form}>
      {children}
      <button type="submit">{submit}</button>
    </form>
  );
}
