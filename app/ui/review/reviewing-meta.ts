import type { MetaDescriptor } from "@remix-run/react";
import { translator } from "~/i18n/translate";
import { frameOf, pageMeta } from "~/ui/meta";

type Title = "title" | "page.review" | "page.text" | "page.changed" | "page.submit";

/** The head of a page on which somebody reviews; for nobody else's index. */
export function reviewingMeta(matches: Parameters<typeof frameOf>[0], page: Title, title?: string): MetaDescriptor[] {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  const name = t(`reviewing.${page}`);
  return pageMeta(frame, {
    title: title ? `${name}${t("site.colon")} ${title}` : name,
    description: t("reviewing.lead"),
    noIndex: true,
  });
}
