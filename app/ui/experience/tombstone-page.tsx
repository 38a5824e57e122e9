import type { MetaDescriptor } from "@remix-run/react";
import { translator } from "~/i18n/translate";
import { frameOf, pageMeta } from "~/ui/meta";
import { type Withdrawn, Tombstone as WithdrawnPage } from "~/ui/publication/tombstone";
import { useTranslation } from "~/ui/translation";

export interface Tombstone extends Withdrawn {
  id: string;
  kind: "practice" | "case-study";
}

/** What stands at the address of a publication that was withdrawn. */
export function TombstonePage({ kind, ...withdrawn }: Tombstone) {
  const { t } = useTranslation();
  return <WithdrawnPage {...withdrawn} kind={t(`kind.${kind}`)} />;
}

export function tombstoneMeta(matches: Parameters<typeof frameOf>[0], { title }: Tombstone): MetaDescriptor[] {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  return pageMeta(frame, {
    title: `${t("publication.withdrawn")}${t("site.colon")} ${title}`,
    description: t("publication.description"),
    noIndex: true,
  });
}
