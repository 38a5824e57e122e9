import { formatDate } from "~/ui/format-date";
import { useTranslation } from "~/ui/translation";
import type from "~/ui/type.module.css";

/** When what the page shows was last changed; `at` is ISO 8601. */
export function LastChange({ at }: { at: string }) {
  const { t, language } = useTranslation();
  return (
    <p className={type.small}>
      <time dateTime={at}>{t("site.updated", { date: formatDate(at, language) })}</time>
    </p>
  );
}
