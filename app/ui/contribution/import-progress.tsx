import { useTranslation } from "~/ui/translation";
import type from "~/ui/type.module.css";
import styles from "./contribution.module.css";

const places = { done: "{done}", total: "{total}" };

/** Where a script tells how far a file is; without one, the browser shows that it waits. */
export function ImportProgress() {
  const { t } = useTranslation();
  return (
    <p
      hidden
      className={styles.progress}
      data-import-progress
      data-sent={t("exchange.sent")}
      data-checked={t("exchange.checked", places)}
      data-written={t("exchange.written", places)}
    >
      <progress aria-label={t("exchange.progress")} /> <span aria-hidden />
      <span role="status" className={type.visuallyHidden} />
    </p>
  );
}
