import type { MetaDescriptor } from "@remix-run/react";
import type { TFunction } from "i18next";
import type { AboutView, ThreadView } from "~/domain/threads/thread-view";
import { translator } from "~/i18n/translate";
import type { Crumb } from "~/ui/layout/breadcrumbs";
import { frameOf, pageMeta } from "~/ui/meta";

export const aboutTitle = (t: TFunction, { title }: Pick<AboutView, "title">): string =>
  title || t("contribution.untitled");

export const threadTitle = (t: TFunction, { title }: Pick<ThreadView, "title">): string =>
  title || t("threads.removedTitle");

/** What is discussed, the discussion, and where one is in it. */
export const threadCrumbs = (t: TFunction, about: AboutView, ...further: Crumb[]): Crumb[] => [
  { name: aboutTitle(t, about), to: about.path },
  { name: t("threads.title"), ...(further.length > 0 && { to: about.discussion }) },
  ...further,
];

/** What people write here is not for other search engines: that is what unwanted links live from. */
export function talkMeta(
  matches: Parameters<typeof frameOf>[0],
  titleOf: (t: TFunction) => string,
  canonicalQuery?: string,
): MetaDescriptor[] {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  const title = titleOf(t);
  return pageMeta(frame, {
    title,
    description: t("threads.description"),
    jsonLd: { "@type": "WebPage", name: title },
    noIndex: true,
    canonicalQuery,
  });
}
