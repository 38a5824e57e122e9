import { translator } from "~/i18n/translate";
import { feedMeta } from "~/ui/feeds/feed-address";
import { breadcrumbList } from "~/ui/layout/breadcrumbs";
import { frameOf, pageMeta } from "~/ui/meta";

type Matches = Parameters<typeof frameOf>[0];

/** The meta tags of a collection's page; those of an older version lead search engines to the latest. */
export function collectionMeta(
  matches: Matches,
  collection: { id: string; title: string; summary: string; language: string; publishedAt: string },
  older: boolean,
) {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  const { id, title, summary, language, publishedAt } = collection;
  const meta = pageMeta(frame, {
    title,
    description: summary,
    noIndex: older,
    citable: { title, authors: [], date: publishedAt, language, publisher: "Polylogue" },
    jsonLd: {
      "@type": "Collection",
      name: title,
      description: summary,
      inLanguage: language,
      datePublished: publishedAt,
      license: "https://creativecommons.org/licenses/by/4.0/",
      breadcrumb: breadcrumbList(frame.origin, [{ name: t("collections.title"), to: "/collections" }, { name: title }]),
    },
  });
  return older ? meta : [...meta, feedMeta(`/collections/${id}/feed.atom`, title, frame.language)];
}

/** Of the pages where curators work. */
export function curatingMeta(matches: Matches, page: "new" | "edit" | "curate") {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  return pageMeta(frame, { title: t(`collections.${page}`), description: t("collections.lead"), noIndex: true });
}
