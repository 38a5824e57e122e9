import { translator } from "~/i18n/translate";
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
  | "collections";

/** The meta tags of a list; its title and lead stand in the catalogue under its name. */
export function listMeta(matches: Parameters<typeof frameOf>[0], list: ListName, page = 1) {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  const title = t(`${list}.title`);
  return pageMeta(frame, {
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
}
