import type { DocumentPage } from "~/domain/documents/document";
import { type FoundInDocument, findQuery } from "~/domain/documents/find-in-document";
import { Part } from "~/ui/layout/page";
import { ProvisionLines } from "~/ui/provision/provision-lines";
import { ProvisionText } from "~/ui/provision/provision-text";
import { useTranslation } from "~/ui/translation";
import { groupByKind, groupId, groupName } from "./document-contents";
import styles from "./document-page.module.css";

/** The provisions of a document: their text, or, where it was not imported, our summaries of them kind by kind. */
export function DocumentText({ document, found }: { document: DocumentPage; found: FoundInDocument | null }) {
  const { t } = useTranslation();
  const matches = found?.matches ?? [];
  const query = findQuery(found);
  const byEid = new Map(matches.map((match, index) => [match.eid, { match, index }]));
  const matchOf = (eid: string) => {
    const its = byEid.get(eid);
    if (!its) return undefined;
    const anchor = (index: number) => (matches[index] ? `#${matches[index].eid}` : null);
    const { match, index } = its;
    const place = {
      ...{ number: index + 1, count: matches.length },
      ...{ previous: anchor(index - 1), next: anchor(index + 1) },
    };
    return { place, marked: match.marked };
  };
  if (document.shownVersion === null) {
    return groupByKind(document.provisions).map(([kind, members]) => (
      <Part key={kind} title={groupName(t, kind, members.length)} id={groupId(kind)}>
        <ProvisionLines provisions={members} query={query} matchOf={matchOf} />
      </Part>
    ));
  }
  return (
    <div className={styles.provisions}>
      {document.provisions.map((provision) => (
        <ProvisionText
          key={provision.id}
          provision={provision}
          language={document.language}
          query={query}
          match={matchOf(provision.eid)}
        />
      ))}
    </div>
  );
}
