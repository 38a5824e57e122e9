import type { WaysOut } from "~/domain/search/ways-out.server";
import { useTranslation } from "~/ui/translation";
import { Marked } from "./marked-text";
import styles from "./nothing-found.module.css";
import { labelOf, type SearchView, searchPath, toggled } from "./search-view";

/** No result, but ways on: other spellings, fewer filters, tools, everything. */
export function NothingFound({
  view: { query, near, facets, corrections },
  waysOut,
}: {
  view: SearchView;
  waysOut: WaysOut;
}) {
  const { t } = useTranslation();
  const asRead = corrections.reduce((text, { typed, read }) => text.replaceAll(typed, read), query.text);
  return (
    <div className={styles.nothing}>
      <p className={styles.said}>
        {query.text ? t("search.emptyFor", { query: asRead }) : t("search.empty")} {t("search.tip")}
      </p>
      {waysOut.spellings.length > 0 && (
        <section>
          <h3>{t("search.didYouMean")}</h3>
          <ul className={styles.ways}>
            {waysOut.spellings.map(({ text, total }) => (
              <li key={text}>
                <a href={searchPath(query, { text })} rel="nofollow">
                  {text}
                </a>{" "}
                ({t("count.result", { count: total })})
              </li>
            ))}
          </ul>
        </section>
      )}
      {waysOut.withoutFilters > 0 && (
        <section>
          <h3>{t("search.tryFewer")}</h3>
          <ul className={styles.ways}>
            {waysOut.fewerFilters.map(({ facet, value, total }) => (
              <li key={`${facet}=${value}`}>
                <a href={searchPath(query, { filters: toggled(query, facet, value) })} rel="nofollow">
                  {t("search.without", { label: labelOf(facets, facet, value) })}
                </a>{" "}
                ({t("count.result", { count: total })})
              </li>
            ))}
            {waysOut.withoutDates > 0 && (
              <li>
                <a href={searchPath(query, { dates: undefined })} rel="nofollow">
                  {t("search.withoutDates")}
                </a>{" "}
                ({t("count.result", { count: waysOut.withoutDates })})
              </li>
            )}
            {waysOut.withoutPlace > 0 && (
              <li>
                <a href={searchPath(query, { near: undefined })} rel="nofollow">
                  {t("search.withoutPlace", { city: near })}
                </a>{" "}
                ({t("count.result", { count: waysOut.withoutPlace })})
              </li>
            )}
            <li>
              <a
                href={searchPath(query, { filters: {}, dates: undefined, near: undefined })}
                rel="nofollow"
                data-whole=""
              >
                {t("search.removeAll")}
              </a>{" "}
              ({t("count.result", { count: waysOut.withoutFilters })})
            </li>
          </ul>
        </section>
      )}
      {waysOut.tools.length > 0 && (
        <section>
          <h3>{t(waysOut.toolsRelate ? "search.tryTools" : "search.someTools")}</h3>
          <ul className={styles.ways}>
            {waysOut.tools.map((tool) => (
              <li key={tool.id} lang={tool.language}>
                <a href={tool.url}>
                  <Marked text={tool.title} />
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <a href="/search">{t("search.tryAll")}</a>
      </p>
    </div>
  );
}
