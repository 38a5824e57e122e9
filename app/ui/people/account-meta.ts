import type en from "~/i18n/en.json";
import { translator } from "~/i18n/translate";
import { breadcrumbList } from "~/ui/layout/breadcrumbs";
import { frameOf, pageMeta } from "~/ui/meta";

/** Pages of accounts, whose title and lead stand in the catalogue under `account`. */
export type AccountPageName = {
  [name in keyof typeof en.account]: (typeof en.account)[name] extends { title: string } ? name : never;
}[keyof typeof en.account];

/** The meta tags of a page that other search engines have no use for. */
export function accountMeta(matches: Parameters<typeof frameOf>[0], name: AccountPageName) {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  const title = t(`account.${name}.title`);
  return pageMeta(frame, {
    title,
    description: t("account.description"),
    noIndex: true,
    jsonLd: { "@type": "WebPage", name: title, breadcrumb: breadcrumbList(frame.origin, [{ name: title }]) },
  });
}
