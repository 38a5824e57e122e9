import { formatDate } from "~/ui/format-date";
import { useTranslation } from "~/ui/translation";
import styles from "./hit.module.css";
import { Marked } from "./marked-text";
import type { HitView } from "./search-view";

/** A result: what it is, its title and its best passage, the matched words marked. */
export function Hit({ hit }: { hit: HitView }) {
  const { t, language } = useTranslation();
  const facts = [
    t(`kind.${hit.kind}`),
    hit.place,
    hit.date && hit.kind !== "tool" ? formatDate(hit.date, language) : "",
    hit.review === "peer-reviewed" ? t("review.peer-reviewed") : "",
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
