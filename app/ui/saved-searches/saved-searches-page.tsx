import type { MetaDescriptor } from "@remix-run/react";
import { mostSaved, type SavedSearch, searchAddress } from "~/domain/saved-searches/saved-search";
import { translator } from "~/i18n/translate";
import { Line, LineList } from "~/ui/layout/line-list";
import { Page } from "~/ui/layout/page";
import { frameOf, pageMeta } from "~/ui/meta";
import { ToldNav } from "~/ui/notifications/told-nav";
import { useTranslation } from "~/ui/translation";

/** The searches that a person keeps. */
export function SavedSearchesPage({ searches }: { searches: SavedSearch[] }) {
  const { t } = useTranslation();
  const title = t("savedSearches.title");
  return (
    <Page
      title={title}
      lead={t("savedSearches.lead")}
      crumbs={[{ name: title }]}
      aside={<ToldNav here="savedSearches" />}
    >
      {searches.length === 0 && (
        <p>
          {t("savedSearches.empty")} <a href="/search">{t("savedSearches.search")}</a>
        </p>
      )}
      {searches.length > 0 && (
        <>
          <LineList>
            {searches.map(({ id, name, query, alerts }) => (
              <Line
                key={id}
                title={<a href={searchAddress(query)}>{name}</a>}
                details={[t(`savedSearches.rhythm.${alerts}`)]}
              >
                <a href={`/searches/${id}`} aria-label={`${t("savedSearches.change")}: ${name}`}>
                  {t("savedSearches.change")}
                </a>
                <a href={`/searches/${id}#delete`} aria-label={`${t("savedSearches.delete")}: ${name}`}>
                  {t("savedSearches.delete")}
                </a>
              </Line>
            ))}
          </LineList>
          <p>{t("savedSearches.count", { number: searches.length, most: mostSaved })}</p>
        </>
      )}
    </Page>
  );
}

export function savedSearchesMeta(
  matches: Parameters<typeof frameOf>[0],
  title: "title" | "save" | "changeTitle",
): MetaDescriptor[] {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  return pageMeta(frame, { title: t(`savedSearches.${title}`), description: t("savedSearches.lead"), noIndex: true });
}
