import type { MetaFunction } from "@remix-run/node";
import { translator } from "~/i18n/translate";
import { breadcrumbList } from "~/ui/layout/breadcrumbs";
import { frameOf, pageMeta } from "~/ui/meta";
import { SearchHelpPage } from "~/ui/search/search-help-page";

export const meta: MetaFunction = ({ matches }) => {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  const title = t("search.help.title");
  return pageMeta(frame, {
    title,
    description: t("search.help.lead"),
    jsonLd: {
      "@type": "WebPage",
      name: title,
      inLanguage: frame.language,
      breadcrumb: breadcrumbList(frame.origin, [{ name: t("search.title"), to: "/search" }, { name: title }]),
    },
  });
};

export default function SearchHelp() {
  return <SearchHelpPage />;
}
