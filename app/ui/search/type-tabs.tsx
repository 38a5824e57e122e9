import { formatNumber } from "~/ui/format-number";
import { useTranslation } from "~/ui/translation";
import { entryKinds } from "~db/schema/entry";
import { type SearchView, searchPath } from "./search-view";
import styles from "./type-tabs.module.css";

/** The types as tabs, each with its count; links, so that each has an address. */
export function TypeTabs({ view: { query, facets } }: { view: SearchView }) {
  const { t, language } = useTranslation();
  const counts = new Map(facets.type?.map(({ value, count }) => [value, count]));
  const chosen = query.filters.type ?? [];
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const tabs = [
    { name: t("kinds.all"), count: all, types: [] as string[], current: chosen.length === 0 },
    ...entryKinds
      .filter((kind) => counts.has(kind) || chosen.includes(kind))
      .map((kind) => ({
        name: t(`kinds.${kind}`),
        count: counts.get(kind) ?? 0,
        types: [kind as string],
        current: chosen.includes(kind),
      })),
  ];
  return (
    <nav className={styles.tabs} aria-label={t("search.types")}>
      <ul className={styles.list}>
        {tabs.map(({ name, count, types, current }) => (
          <li key={name}>
            <a
              href={searchPath(query, { filters: { ...query.filters, type: types } })}
              rel="nofollow"
              aria-current={current ? "true" : undefined}
            >
              {name} <small>{formatNumber(count, language)}</small>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
