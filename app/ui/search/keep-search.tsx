import { type AskedSearch, defaultPerPage, toSearchParams } from "~/domain/search/search-params";
import { FeedLink } from "~/ui/feeds/feed-link";
import { useTranslation } from "~/ui/translation";
import styles from "./search-page.module.css";
import type { SearchView } from "./search-view";

/** A search's parameters in an address: how its page shows results is nothing to who keeps it. */
const parametersOf = (query: AskedSearch & { view?: unknown; unfolded?: unknown }): string => {
  const parameters = toSearchParams({ ...query, view: "list", unfolded: undefined, page: 1, perPage: defaultPerPage });
  return parameters.size > 0 ? `?${parameters}` : "";
};

export const searchFeedPath = (query: AskedSearch): string => `/search/feed.atom${parametersOf(query)}`;

/** The ways to be told what a search finds later. */
export function KeepSearch({ view: { query } }: { view: SearchView }) {
  const { t } = useTranslation();
  const [theme, ...others] = query.filters.theme ?? [];
  return (
    <p className={styles.ways}>
      <a href={`/searches/new${parametersOf(query)}`} rel="nofollow">
        {t("savedSearches.save")}
      </a>
      {theme && others.length === 0 && (
        <>
          {" · "}
          <a href={`/following?theme=${encodeURIComponent(theme)}#add`} rel="nofollow">
            {t("following.followTheme")}
          </a>
        </>
      )}
      {" · "}
      <FeedLink path={searchFeedPath(query)} />
    </p>
  );
}
