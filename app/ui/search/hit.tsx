import type { FacetLabels } from "~/domain/search/facet-labels.server";
import { formatDate } from "~/ui/format-date";
import { useTranslation } from "~/ui/translation";
import type { SearchHit } from "~search/port";
import styles from "./hit.module.css";
import { Marked } from "./marked-text";
import { labelOf } from "./search-view";

/** A result: what it is, its title and its best passage, the matched words marked. */
export function Hit({ hit, labels }: { hit: SearchHit; labels: FacetLabels }) {
  const { t, language } = useTranslation();
  const place =
    hit.kind === "city"
      ? labelOf(labels, "country", hit.facets.country[0] ?? "")
      : labelOf(labels, "city", hit.facets.city[0] ?? "");
  const facts = [
    t(`kind.${hit.kind}`),
    place,
    hit.date && hit.kind !== "tool" ? formatDate(hit.date, language) : "",
    hit.facets.review[0] === "peer-reviewed" ? t("review.peer-reviewed") : "",
  ].filter(Boolean);
  return (
    <li className={styles.hit}>
      <p className={styles.facts}>{facts.join(" · ")}</p>
      <h3 className={styles.title} lang={hit.language}>
        <a href={hit.url}>
          <Marked text={hit.title} />
        </a>
      </h3>
      {hit.extract.length > 0 && (
        <p className={styles.extract} lang={hit.language}>
          <Marked text={hit.extract} />
        </p>
      )}
    </li>
  );
}
