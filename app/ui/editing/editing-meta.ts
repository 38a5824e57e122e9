import { translator } from "~/i18n/translate";
import { frameOf, pageMeta } from "~/ui/meta";

/** Of the pages where the library is edited. */
export function editingMeta(
  matches: Parameters<typeof frameOf>[0],
  title: "editing.title" | "editing.all" | "vocabularies.editTitle" | "vocabularies.addTitle" | "tags.edit",
) {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  return pageMeta(frame, { title: t(title), description: t("editing.lead"), noIndex: true });
}
