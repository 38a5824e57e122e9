import type { Call } from "~/domain/calls/call";
import { translator } from "~/i18n/translate";
import { breadcrumbList } from "~/ui/layout/breadcrumbs";
import { frameOf, pageMeta } from "~/ui/meta";

/** The meta tags of a call's page, or of a form for one. */
export function callMeta(
  matches: Parameters<typeof frameOf>[0],
  call: Call | undefined,
  page: "call" | "edit" | "new",
) {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  const title = page === "call" ? (call?.title ?? "") : t(`calls.${page}`);
  return pageMeta(frame, {
    title,
    description: call?.text ?? t("calls.lead"),
    noIndex: page !== "call" || call?.status === "draft",
    jsonLd: {
      "@type": "WebPage",
      name: title,
      breadcrumb: breadcrumbList(frame.origin, [{ name: t("calls.title"), to: "/calls" }, { name: title }]),
    },
  });
}
