import { useTranslation } from "react-i18next";
import type { LinkView } from "~/domain/links/link";
import { EntryList } from "./entry-line";
import styles from "./link-list.module.css";
import { ReferenceLine } from "./reference-line";

/** Links of one kind, each with its type, its evidence and its note. */
export function LinkList({ links, empty }: { links: LinkView[]; empty?: string }) {
  const { t } = useTranslation();
  if (links.length === 0) return empty ? <p className={styles.empty}>{empty}</p> : null;
  return (
    <EntryList>
      {links.map((link) => (
        <ReferenceLine key={`${link.type} ${link.other.id}`} entry={link.other}>
          {link.note && (
            <p className={styles.note} lang="en">
              {link.note}
            </p>
          )}
          {(link.evidence || link.type in typesShown) && (
            <p className={styles.facts}>
              {link.type in typesShown && <span>{t(`linkType.${link.type as keyof typeof typesShown}`)}</span>}
              {link.evidence && <span>{`${t("experience.evidence")}: ${t(`evidence.${link.evidence}`)}`}</span>}
            </p>
          )}
        </ReferenceLine>
      ))}
    </EntryList>
  );
}

/** Types that differ within a list; the others are told by its heading. */
const typesShown = { implements: true, supports: true, illustrates: true };
