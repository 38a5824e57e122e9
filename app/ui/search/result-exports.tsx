import { citedKinds, exportFormats, mostExported } from "~/domain/api/export/export-formats";
import { defaultPerPage, toSearchParams } from "~/domain/search/search-params";
import { formatNumber } from "~/ui/format-number";
import { useTranslation } from "~/ui/translation";
import styles from "./result-exports.module.css";
import type { SearchView } from "./search-view";

/** How the page shows results is nothing to a file. */
const bare = { view: "list", unfolded: undefined } as const;

/** The whole result as files. Each link says how many entries it gives. */
export function ResultExports({ view: { query, total, facets } }: { view: SearchView }) {
  const { t, language } = useTranslation();
  if (total === 0) return null;
  const { type = [] } = query.filters;
  const cited = (facets.type ?? [])
    .filter(({ value }) => citedKinds.some((kind) => kind === value) && (type.length === 0 || type.includes(value)))
    .reduce((sum, { count }) => sum + count, 0);
  const parameters = toSearchParams({ ...query, ...bare, page: 1, perPage: defaultPerPage });
  const asked = parameters.size > 0 ? `?${parameters}` : "";
  const files = exportFormats
    .map(({ extension, name, citations }) => ({ extension, name, count: citations ? cited : total }))
    .filter(({ count }) => count > 0);
  return (
    <div className={styles.exports}>
      <p className={styles.title} id="exports">
        {t("search.export.title")}
      </p>
      <ul className={styles.files} aria-labelledby="exports">
        {files.map(({ extension, name, count }) => (
          <li key={extension}>
            <a href={`/search/export.${extension}${asked}`} rel="nofollow" download="">
              {name} <small>({formatNumber(Math.min(count, mostExported), language)})</small>
            </a>
          </li>
        ))}
        <li>
          <a href={`/api/v1/search?${toSearchParams({ ...query, ...bare })}`} rel="nofollow">
            {t("search.asJson")}
          </a>
        </li>
      </ul>
      {total > mostExported && (
        <p className={styles.note}>
          {t("search.export.most", {
            most: formatNumber(mostExported, language),
            total: formatNumber(total, language),
          })}
        </p>
      )}
    </div>
  );
}
