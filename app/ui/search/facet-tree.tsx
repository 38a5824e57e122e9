import { formatNumber } from "~/ui/format-number";
import { useTranslation } from "~/ui/translation";
import type { FacetName } from "~search/port";
import type { FacetNode } from "./facet-trees";
import styles from "./facets.module.css";
import { type PageQuery, togglePaths } from "./search-view";

/** Values with the narrower ones that lie in them folded below: regions, countries, cities; goals, targets. */
export function FacetTree({ nodes, query }: { nodes: FacetNode[]; query: PageQuery }) {
  const { t, language } = useTranslation();
  const paths = new Map<FacetName, (value: string) => string>();
  const pathOf = ({ facet, value }: FacetNode) => {
    const path = paths.get(facet) ?? togglePaths(query, facet);
    paths.set(facet, path);
    return path(value);
  };
  const isChosen = ({ facet, value }: FacetNode) => query.filters[facet]?.includes(value) ?? false;
  const leadsToChosen = (node: FacetNode): boolean =>
    isChosen(node) || node.children.some((child) => leadsToChosen(child));
  const list = (shown: FacetNode[]) => (
    <ul className={styles.values}>
      {shown.map((node) => (
        <li key={node.facet + node.value}>
          <a
            className={styles.value}
            href={pathOf(node)}
            rel="nofollow"
            aria-current={isChosen(node) ? "true" : undefined}
            aria-label={isChosen(node) ? t("search.remove", { label: node.label }) : undefined}
          >
            <span>{node.label}</span> <small>{formatNumber(node.count, language)}</small>
          </a>
          {node.children.length > 0 && (
            <details className={styles.narrower} data-key={`in ${node.value}`} open={leadsToChosen(node)}>
              <summary>{narrower(node)}</summary>
              {list(node.children)}
            </details>
          )}
        </li>
      ))}
    </ul>
  );
  return list(nodes);

  function narrower({ facet, children }: FacetNode) {
    const { length: count } = children;
    if (facet === "sdg") return t("search.targets", { count });
    return t(facet === "country" ? "search.cities" : "search.countries", { count });
  }
}
