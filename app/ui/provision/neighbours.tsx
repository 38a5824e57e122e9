import type { ProvisionPage } from "~/domain/documents/document";
import { useTranslation } from "~/ui/translation";
import styles from "./neighbours.module.css";
import { provisionName } from "./provision-name";

/** The provisions before and after, in the order of the document. */
export function Neighbours({ provision: { document, previous, next } }: { provision: ProvisionPage }) {
  const { t } = useTranslation();
  return (
    <nav className={styles.neighbours} aria-label={document.shortTitle}>
      {previous && (
        <a href={`/documents/${document.slug}/${previous.eid}`} rel="prev">
          <small>{t("provision.previous")}</small> {provisionName(t, previous)}
        </a>
      )}
      {next && (
        <a className={styles.next} href={`/documents/${document.slug}/${next.eid}`} rel="next">
          <small>{t("provision.next")}</small> {provisionName(t, next)}
        </a>
      )}
    </nav>
  );
}
