import { useTranslation } from "~/ui/translation";
import type from "~/ui/type.module.css";
import type { MarkedText } from "~search/port";
import { MarkedPart } from "./marked-part";
import { type MatchPlace, MatchSteps } from "./match-steps";
import styles from "./provision-lines.module.css";
import { provisionName } from "./provision-name";

interface ProvisionLinesProps {
  /** Of one document; `id` is the entry's. */
  provisions: { id: string; eid: string; kind: string; label: string | null; summary: string | null }[];
  /** Added to the addresses of their pages. */
  query?: string;
  /** What a search found in one of them. Lines that can be matched have addresses on this page. */
  matchOf?: (eid: string) => { place: MatchPlace; marked: MarkedText[] } | undefined;
}

/** Provisions of one document, short: the label hangs in the margin, the summary beside it. */
export function ProvisionLines({ provisions, query = "", matchOf }: ProvisionLinesProps) {
  const { t } = useTranslation();
  return (
    <ul className={styles.lines}>
      {provisions.map((provision) => {
        const name = provisionName(t, provision);
        const match = matchOf?.(provision.eid);
        return (
          <li key={provision.id} id={matchOf && provision.eid}>
            <a className={styles.line} href={`/documents/${provision.id}${query}`}>
              <span className={styles.label} aria-hidden="true">
                {provision.label ?? "¶"}
              </span>
              <span>
                <span className={type.visuallyHidden}>{name}. </span>
                <span lang="en">
                  <MarkedPart text={provision.summary ?? ""} marked={match?.marked} />
                </span>
              </span>
            </a>
            {match && <MatchSteps place={match.place} />}
          </li>
        );
      })}
    </ul>
  );
}
