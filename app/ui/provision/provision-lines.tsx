import { useTranslation } from "~/ui/translation";
import styles from "./provision-lines.module.css";
import { provisionName } from "./provision-name";

interface ProvisionLinesProps {
  /** Of one document; `id` is the entry's. */
  provisions: { id: string; eid: string; kind: string; label: string | null; summary: string | null }[];
}

/** Provisions of one document, short: the label hangs in the margin, the summary beside it. */
export function ProvisionLines({ provisions }: ProvisionLinesProps) {
  const { t } = useTranslation();
  return (
    <ul className={styles.lines}>
      {provisions.map((provision) => {
        const name = provisionName(t, provision);
        return (
          <li key={provision.id}>
            <a className={styles.line} href={`/documents/${provision.id}`}>
              <span className={styles.label} aria-hidden="true">
                {provision.label ?? "¶"}
              </span>
              <span>
                <span className={styles.name}>{name}. </span>
                <span lang="en">{provision.summary}</span>
              </span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}
