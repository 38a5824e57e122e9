import { formatDate } from "~/ui/format-date";
import { useTranslation } from "~/ui/translation";
import styles from "./chosen-filters.module.css";
import { chosenFilters, type SearchView, searchPath, toggled } from "./search-view";

/** The filters that are set, each with a way to remove it. */
export function ChosenFilters({ view }: { view: SearchView }) {
  const { t, language } = useTranslation();
  const { query, near } = view;
  const chosen = [
    ...chosenFilters(view).map(({ facet, value, label }) => ({
      name: t(`facet.${facet}`),
      label,
      without: { filters: toggled(query, facet, value) },
    })),
    ...(query.dates
      ? [{ name: t("search.dates.title"), label: period(query.dates), without: { dates: undefined } }]
      : []),
    ...(query.near && near
      ? [
          {
            name: t("search.near.title"),
            label: t("search.near.within", { city: near, km: query.near.km }),
            without: { near: undefined },
          },
        ]
      : []),
  ];
  if (chosen.length === 0) return null;
  return (
    <ul className={styles.chosen} aria-label={t("search.active")}>
      {chosen.map(({ name, label, without }) => (
        <li key={`${name}=${label}`}>
          <a
            className={styles.chip}
            href={searchPath(query, without)}
            rel="nofollow"
            aria-label={t("search.remove", { label })}
          >
            <small>{name}</small> {label} <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
      {chosen.length > 1 && (
        <li>
          <a
            className={styles.all}
            href={searchPath(query, { filters: {}, dates: undefined, near: undefined })}
            rel="nofollow"
            data-whole=""
          >
            {t("search.removeAll")}
          </a>
        </li>
      )}
    </ul>
  );

  function period({ from, to }: { from?: string; to?: string }) {
    const [first, last] = [from && formatDate(from, language), to && formatDate(to, language)];
    if (first && last) return first === last ? first : `${first} – ${last}`;
    return first ? t("search.dates.since", { date: first }) : t("search.dates.until", { date: last });
  }
}
