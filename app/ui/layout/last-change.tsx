import { useTranslation } from "react-i18next";
import { formatDate } from "~/ui/format-date";
import type from "~/ui/type.module.css";
import { useLanguage } from "~/ui/use-language";

/** When what the page shows was last changed; `at` is ISO 8601. */
export function LastChange({ at }: { at: string }) {
  const { t } = useTranslation();
  return (
    <p className={type.small}>
      <time dateTime={at}>{t("site.updated", { date: formatDate(at, useLanguage()) })}</time>
    </p>
  );
}
