import type { LastEvent } from "~/domain/audit/audit-queries.server";
import { auditActionLabel } from "~/ui/audit/action-label";
import { formatMoment } from "~/ui/format-date";
import { useTranslation } from "~/ui/translation";
import type from "~/ui/type.module.css";

/** What was done last, by whom and when: for who comes after. */
export function Decided({ last }: { last: LastEvent | null }) {
  const { t, language } = useTranslation();
  if (!last) return null;
  return (
    <p className={type.small}>
      {t("publishing.decided", {
        action: auditActionLabel(t, last.action),
        by: last.by ?? t("publishing.someone"),
        date: formatMoment(last.at, language),
      })}
    </p>
  );
}
