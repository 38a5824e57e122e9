import type { MetaDescriptor } from "@remix-run/react";
import { translator } from "~/i18n/translate";
import { frameOf, pageMeta } from "~/ui/meta";
import type { ContributionPageName } from "./contribution-frame";

/** The head of a page of what is being written: named for its writers, and for nobody else's index. */
export function contributionMeta(
  matches: Parameters<typeof frameOf>[0],
  page: ContributionPageName | "start" | "import" | "delete",
  title?: string,
): MetaDescriptor[] {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  const name = t(`contribution.${page}`);
  return pageMeta(frame, {
    title: title ? `${name}${t("site.colon")} ${title}` : name,
    description: t("contribution.description"),
    noIndex: true,
  });
}
