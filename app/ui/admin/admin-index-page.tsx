import { translator } from "~/i18n/translate";
import { EntryLine, EntryList } from "~/ui/entry/entry-line";
import { breadcrumbList } from "~/ui/layout/breadcrumbs";
import { Page } from "~/ui/layout/page";
import { frameOf, pageMeta } from "~/ui/meta";
import { useTranslation } from "~/ui/translation";
import { adminPages } from "./admin-pages";

/** The way to every page for administrators. */
export function AdminIndexPage() {
  const { t } = useTranslation();
  const title = t("administration.title");
  return (
    <Page title={title} lead={t("administration.lead")} crumbs={[{ name: title }]}>
      <EntryList>
        {adminPages.map(({ name, path }) => (
          <EntryLine
            key={name}
            to={path}
            title={t(`administration.${name}.title`)}
            summary={t(`administration.${name}.text`)}
          />
        ))}
      </EntryList>
    </Page>
  );
}

export function adminIndexMeta(matches: Parameters<typeof frameOf>[0]) {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  const title = t("administration.title");
  const breadcrumb = breadcrumbList(frame.origin, [{ name: title }]);
  const description = t("administration.lead");
  return pageMeta(frame, {
    title,
    description,
    noIndex: true,
    jsonLd: { "@type": "WebPage", name: title, breadcrumb },
  });
}
