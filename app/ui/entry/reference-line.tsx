import type { ReactNode } from "react";
import { type EntryReference, entryPath } from "~/domain/links/link";
import { provisionName } from "~/ui/provision/provision-name";
import { useTranslation } from "~/ui/translation";
import { EntryLine } from "./entry-line";

/** An entry named from elsewhere: a provision by its document and number, a practice by its city. */
export function ReferenceLine({ entry, children }: { entry: EntryReference; children?: ReactNode }) {
  const { t, language } = useTranslation();
  if (entry.provision) {
    return (
      <EntryLine
        to={entryPath(entry)}
        title={provisionName(t, entry.provision)}
        eyebrow={entry.provision.shortTitle}
        summary={entry.summary}
        language={undefined}
      >
        {children}
      </EntryLine>
    );
  }
  return (
    <EntryLine
      to={entryPath(entry)}
      title={entry.title}
      language={entry.language}
      summary={entry.summary}
      eyebrow={entry.city ? `${t(`kind.${entry.kind}`)} · ${entry.city[language]}` : t(`kind.${entry.kind}`)}
    >
      {children}
    </EntryLine>
  );
}
