import type { MetaDescriptor } from "@remix-run/react";
import { translator } from "~/i18n/translate";
import form from "~/ui/form/form.module.css";
import { Page } from "~/ui/layout/page";
import { frameOf, pageMeta } from "~/ui/meta";
import { useTranslation } from "~/ui/translation";

export function UnsubscribePage({ done }: { done: boolean }) {
  const { t } = useTranslation();
  if (done)
    return (
      <Page title={t("unsubscribe.done")} lead={t("unsubscribe.doneLead")}>
        <p>
          <a href="/account/notifications">{t("mailChoice.legend")}</a>
        </p>
      </Page>
    );
  return (
    <Page title={t("unsubscribe.title")} lead={t("unsubscribe.lead")}>
      <form method="post">
        <input type="hidden" name="List-Unsubscribe" value="One-Click" />
        <button type="submit" className={form.submit}>
          {t("unsubscribe.submit")}
        </button>
      </form>
    </Page>
  );
}

export function unsubscribeMeta(matches: Parameters<typeof frameOf>[0]): MetaDescriptor[] {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  return pageMeta(frame, { title: t("unsubscribe.submit"), description: t("unsubscribe.lead"), noIndex: true });
}
