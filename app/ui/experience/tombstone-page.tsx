import type { MetaDescriptor } from "@remix-run/react";
import { translator } from "~/i18n/translate";
import { formatDate } from "~/ui/format-date";
import { Page, Part } from "~/ui/layout/page";
import { frameOf, pageMeta } from "~/ui/meta";
import { useTranslation } from "~/ui/translation";

export interface Tombstone {
  id: string;
  kind: "practice" | "case-study";
  title: string;
  language: string;
  at: string;
  reason: string;
  /** How it was to be cited. */
  apa: string;
}

/** What stands at the address of a publication that was withdrawn. */
export function TombstonePage({ kind, title, language: content, at, reason, apa }: Tombstone) {
  const { t, language } = useTranslation();
  return (
    <Page
      title={title}
      titleLanguage={content}
      eyebrow={`${t(`kind.${kind}`)} · ${t("publication.withdrawn")}`}
      lead={t("publication.withdrawnLead", { date: formatDate(at, language) })}
    >
      <Part title={t("publication.reason")} id="reason">
        <p>{reason}</p>
      </Part>
      <Part title={t("publication.cited")} id="cited" lead={t("publication.citedLead")}>
        <p lang={content}>{apa}</p>
      </Part>
    </Page>
  );
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
