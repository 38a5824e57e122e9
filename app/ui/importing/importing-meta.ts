import { translator } from "~/i18n/translate";
import { frameOf, pageMeta } from "~/ui/meta";

export function importingMeta(matches: Parameters<typeof frameOf>[0]) {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  return pageMeta(frame, { title: t("importing.title"), description: t("importing.lead"), noIndex: true });
}
