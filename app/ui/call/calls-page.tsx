import type { Call } from "~/domain/calls/call";
import { EntryLine, EntryList } from "~/ui/entry/entry-line";
import { FeedLink } from "~/ui/feeds/feed-link";
import { formatDate } from "~/ui/format-date";
import { Page, Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";

export interface CallsPageProps {
  open: Call[];
  over: Call[];
  /** The reader's own; null: they draft none. */
  drafts: Call[] | null;
}

/** What is looked for. */
export function CallsPage({ open, over, drafts }: CallsPageProps) {
  const { t } = useTranslation();
  return (
    <Page title={t("calls.title")} lead={t("calls.lead")} crumbs={[{ name: t("calls.title") }]}>
      {drafts && (
        <p>
          <a href="/calls/new">{t("calls.new")}</a> · <a href="/coverage">{t("coverage.title")}</a>
        </p>
      )}
      {drafts && drafts.length > 0 && (
        <Part title={t("calls.drafts")} id="drafts">
          <CallLines calls={drafts} />
        </Part>
      )}
      <Part title={t("calls.open")} id="open">
        {open.length === 0 && (
          <p>
            {t("calls.noneOpen")} <a href="/coverage">{t("coverage.title")}</a>
          </p>
        )}
        <CallLines calls={open} />
      </Part>
      {over.length > 0 && (
        <Part title={t("calls.over")} id="over">
          <CallLines calls={over} />
        </Part>
      )}
      <p>
        <FeedLink path="/calls/feed.atom" />
      </p>
    </Page>
  );
}

/** Calls by title. */
export function CallLines({ calls }: { calls: Call[] }) {
  const { t, language } = useTranslation();
  return (
    <EntryList>
      {calls.map(({ id, title, language: written, network, deadline }) => (
        <EntryLine
          key={id}
          to={`/calls/${id}`}
          title={title}
          language={written}
          eyebrow={[network?.name, deadline && t("calls.until", { date: formatDate(deadline, language) })]
            .filter(Boolean)
            .join(" · ")}
        />
      ))}
    </EntryList>
  );
}
