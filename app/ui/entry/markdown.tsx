import { useTranslation } from "react-i18next";
import type { SafeHtml } from "~/domain/text/safe-html";
import type from "~/ui/type.module.css";

/** Text that was rendered and sanitised on the server; null reads "not documented". */
export function Markdown({ html, language }: { html: SafeHtml | null; language: string }) {
  const { t } = useTranslation();
  if (html === null) return <p className={type.missing}>{t("site.notDocumented")}</p>;
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: SafeHtml only comes out of the sanitiser
    <div className={type.prose} lang={language} dangerouslySetInnerHTML={{ __html: html }} />
  );
}
