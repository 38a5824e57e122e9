import { formatNumber } from "~/ui/format-number";
import { useTranslation } from "~/ui/translation";
import type { FacetName } from "~search/port";
import type { FacetNode } from "./facet-trees";
import styles from "./facets.module.css";
import { type PageQuery, togglePaths } from "./search-view";

/** Values as links that set or remove them, each with the narrower ones that lie in it below: countries in a region. */
export function FacetValues({ nodes, query }: { nodes: FacetNode[]; query: PageQuery }) {
  const { t, language } = useTranslation();
  const paths = new Map<FacetName, (value: string) => string>();
  const pathOf = ({ facet, value }: FacetNode) => {
    const path = paths.get(facet) ?? togglePaths(query, facet);
    paths.set(facet, path);
    return path(value);
  };
  // No component of its own and no more elements than it needs: a page has many of these.
  const list = (shown: FacetNode[]) => (
    <ul className={styles.values}>
      {shown.map((node) => {
        const { facet, value, label, count, children } = node;
        const chosen = query.filters[facet]?.includes(value);
        return (
          <li key={facet + value}>
            <a
              href={pathOf(node)}
              aria-current={chosen ? "true" : undefined}
              aria-label={chosen ? t("search.remove", { label }) : undefined}
            >
              {label} <small>{formatNumber(count, language)}</small>
            </a>
            {children.length > 0 && list(children)}
          </li>
        );
      })}
    </ul>
  );
  return list(nodes);
}
