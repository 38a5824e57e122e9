import type { LinkView } from "~/domain/links/link";
import { useTranslation } from "~/ui/translation";
import { EntryList } from "./entry-line";
import styles from "./link-list.module.css";
import { ReferenceLine } from "./reference-line";

/** Links of one kind, each with its type, its evidence and its note. */
export function LinkList({
  links,
  empty,
  noteLanguage = "en",
}: {
  links: LinkView[];
  empty?: string;
  noteLanguage?: string;
}) {
  if (links.length === 0) return empty ? <p className={styles.empty}>{empty}</p> : null;
  return (
    <EntryList>
      {links.map((link) => (
        <ReferenceLine key={`${link.type} ${link.other.id}`} entry={link.other}>
          {(link.note || link.evidence) && <LinkFacts link={link} noteLanguage={noteLanguage} />}
        </ReferenceLine>
      ))}
    </EntryList>
  );
}

function LinkFacts({ link: { type, evidence, note }, noteLanguage }: { link: LinkView; noteLanguage: string }) {
  const { t } = useTranslation();
  return (
    <>
      {note && (
        <p className={styles.note} lang={noteLanguage}>
          {note}
        </p>
      )}
      {evidence && (
        <p className={styles.facts}>
          {type in typesShown && <span>{t(`linkType.${type as keyof typeof typesShown}`)}</span>}
          <span>{`${t("experience.evidence")}${t("site.colon")} ${t(`evidence.${evidence}`)}`}</span>
        </p>
      )}
    </>
  );
}

/** Types that differ within a list; the others are told by its heading. */
const typesShown = { implements: true, supports: true, illustrates: true };
