import { translator } from "~/i18n/translate";
import { feedMeta } from "./feeds/feed-address";
import { breadcrumbList } from "./layout/breadcrumbs";
import { frameOf, pageMeta } from "./meta";

type ListName =
  | "documents"
  | "recommendations"
  | "practices"
  | "caseStudies"
  | "tools"
  | "cities"
  | "networks"
  | "coverage"
  | "calls"
  | "collections"
  | "vocabularies"
  | "tags";

const feeds: Partial<Record<ListName, string>> = {
  documents: "/documents/feed.atom",
  practices: "/practices/feed.atom",
  caseStudies: "/case-studies/feed.atom",
  tools: "/tools/feed.atom",
  cities: "/cities/feed.atom",
  networks: "/networks/feed.atom",
  recommendations: "/recommendations/feed.atom",
  collections: "/collections/feed.atom",
  calls: "/calls/feed.atom",
};

/** The meta tags of a list; its title and lead stand in the catalogue under its name. */
export function listMeta(matches: Parameters<typeof frameOf>[0], list: ListName, page = 1) {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  const title = t(`${list}.title`);
  const feed = feeds[list];
  const meta = pageMeta(frame, {
    title,
    description: t(`${list}.lead`),
    canonicalQuery: page > 1 ? `page=${page}` : undefined,
    jsonLd: {
      "@type": "CollectionPage",
      name: title,
      description: t(`${list}.lead`),
      inLanguage: frame.language,
      breadcrumb: breadcrumbList(frame.origin, [{ name: title }]),
    },
  });
  return feed ? [...meta, feedMeta(feed, title, frame.language)] : meta;
}
