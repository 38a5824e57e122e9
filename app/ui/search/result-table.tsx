import { useTranslation } from "~/ui/translation";
import { Marked } from "./marked-text";
import styles from "./result-table.module.css";
import { type PageQuery, type SearchView, searchPath } from "./search-view";

/** Results as a table. The columns that the search can sort by have their links in the head. */
export function ResultTable({ view: { query, hits } }: { view: SearchView }) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by the keyboard
    <section className={styles.frame} aria-label={t("search.table.label")} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <SortedColumn query={query} sort="title" order="ascending" />
            <th scope="col">{t("facet.type")}</th>
            <th scope="col">{t("search.table.place")}</th>
            <SortedColumn query={query} sort="date" order="descending" />
            <th scope="col">{t("facet.evidence")}</th>
          </tr>
        </thead>
        <tbody>
          {hits.map((hit) => (
            <tr key={hit.id}>
              <th scope="row" lang={hit.language}>
                <a href={hit.url}>
                  <Marked text={hit.title} />
                </a>
              </th>
              <td>{t(`kind.${hit.kind}`)}</td>
              <td>{hit.place}</td>
              <td className={styles.year}>{hit.kind === "tool" ? "" : hit.date?.slice(0, 4)}</td>
              <td>{hit.evidence && t(`evidence.${hit.evidence as "claimed"}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function SortedColumn({
  query,
  sort,
  order,
}: {
  query: PageQuery;
  sort: "title" | "date";
  order: "ascending" | "descending";
}) {
  const { t } = useTranslation();
  const sorted = query.sort === sort;
  return (
    <th scope="col" aria-sort={sorted ? order : undefined}>
      <a href={searchPath(query, { sort })} rel="nofollow">
        {t(sort === "title" ? "search.table.title" : "search.table.year")}
      </a>
      {sorted && <span aria-hidden="true">{order === "ascending" ? " ↑" : " ↓"}</span>}
    </th>
  );
}
