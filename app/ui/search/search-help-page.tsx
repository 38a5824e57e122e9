import { Page, Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import { SyntaxRules } from "./search-syntax";

/** How to search: every rule with an example to try. */
export function SearchHelpPage() {
  const { t } = useTranslation();
  return (
    <Page
      title={t("search.help.title")}
      lead={t("search.help.lead")}
      crumbs={[{ name: t("search.title"), to: "/search" }, { name: t("search.help.title") }]}
    >
      <Part title={t("search.help.writing")} id="writing">
        <SyntaxRules explained />
      </Part>
      <Part title={t("search.help.narrowing")} id="narrowing">
        <p>{t("search.help.filters")}</p>
        <p>{t("search.help.files")}</p>
      </Part>
    </Page>
  );
}
