import { formatDate } from "~/ui/format-date";
import type { Crumb } from "~/ui/layout/breadcrumbs";
import { Page, Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";

export interface Withdrawn {
  title: string;
  language: string;
  at: string;
  reason: string;
  /** How it was to be cited. */
  apa: string;
}

/** What stands at the address of what was withdrawn; `kind` is its word in the reader's language. */
export function Tombstone({ kind, crumbs, ...withdrawn }: Withdrawn & { kind: string; crumbs?: Crumb[] }) {
  const { t, language } = useTranslation();
  const { title, language: content, at, reason, apa } = withdrawn;
  return (
    <Page
      title={title}
      titleLanguage={content}
      eyebrow={`${kind} · ${t("publication.withdrawn")}`}
      lead={t("publication.withdrawnLead", { date: formatDate(at, language) })}
      crumbs={crumbs}
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
