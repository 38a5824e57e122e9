import type { ReactNode } from "react";
import styles from "./wide-table.module.css";

interface WideTableProps {
  /** The id of its heading. */
  labelledBy?: string;
  /** Its name, where it has no heading. */
  label?: string;
  className?: string;
  /** Head and body. */
  children: ReactNode;
}

/** A table that scrolls by itself where it is wider than the page. */
export function WideTable({ labelledBy, label, className, children }: WideTableProps) {
  return (
    // A group and no region: the part of the page that it stands in bears the same name.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <div role="group" className={styles.scroll} tabIndex={0} aria-labelledby={labelledBy} aria-label={label}>
      <table className={className}>{children}</table>
    </div>
  );
}
