import { type FoundInDocument, findQuery } from "~/domain/documents/find-in-document";
import { useTranslation } from "~/ui/translation";
import styles from "./find-bar.module.css";
import { MatchSteps } from "./match-steps";

interface FindBarProps {
  found: FoundInDocument;
  document: { slug: string; shortTitle: string };
  eid: string;
}

/** On the page of a provision that was found in its document: the way back to all matches, and on to the next. */
export function FindBar({ found, document, eid }: FindBarProps) {
  const { t } = useTranslation();
  const { matches } = found;
  const query = findQuery(found);
  const index = matches.findIndex((match) => match.eid === eid);
  const pathOf = (number: number) => {
    const match = matches[number];
    return match ? `/documents/${document.slug}/${match.eid}${query}` : null;
  };
  return (
    <nav className={styles.bar} aria-label={t("find.label")}>
      <a href={`/documents/${document.slug}${query}#${eid}`} rel="nofollow">
        {t("find.back", { text: found.text })}
      </a>
      {index >= 0 && (
        <MatchSteps
          place={{
            ...{ number: index + 1, count: matches.length },
            ...{ previous: pathOf(index - 1), next: pathOf(index + 1) },
          }}
        />
      )}
    </nav>
  );
}
