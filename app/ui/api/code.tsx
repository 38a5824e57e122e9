import styles from "./api.module.css";

/** A value as JSON, or a line of text; long lines break, so that nothing has to be scrolled sideways. */
export function Code({ json, text }: { json?: object; text?: string }) {
  return (
    <pre className={styles.code}>
      <code>{text ?? JSON.stringify(json, null, 2)}</code>
    </pre>
  );
}
