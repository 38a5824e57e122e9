import type { SafeHtml } from "~/domain/text/safe-html";
import type from "~/ui/type.module.css";

/** Text that was rendered and sanitised on the server. */
export function Markdown({ html, language }: { html: SafeHtml; language: string }) {
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: SafeHtml only comes out of the sanitiser
    <div className={type.prose} lang={language} dangerouslySetInnerHTML={{ __html: html }} />
  );
}
