import type { EntryReference } from "~/domain/links/link";
import { EntryList } from "~/ui/entry/entry-line";
import { ReferenceLine } from "~/ui/entry/reference-line";
import { Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";

/** Entries that say much of the same as this one; left out when there are none. */
export function MoreLikeThis({ entries }: { entries: EntryReference[] }) {
  const { t } = useTranslation();
  if (entries.length === 0) return null;
  return (
    <Part title={t("similar.title")} id="similar">
      <EntryList>
        {entries.map((entry) => (
          <ReferenceLine key={entry.id} entry={entry} />
        ))}
      </EntryList>
    </Part>
  );
}
