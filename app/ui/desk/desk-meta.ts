import type { MetaDescriptor } from "@remix-run/react";
import { translator } from "~/i18n/translate";
import { frameOf, pageMeta } from "~/ui/meta";

export function deskMeta(matches: Parameters<typeof frameOf>[0]): MetaDescriptor[] {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  return pageMeta(frame, { title: t("desk.title"), description: t("desk.lead"), noIndex: true });
}
