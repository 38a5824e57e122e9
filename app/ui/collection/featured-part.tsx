import type { Featured } from "~/domain/collections/feature-queries.server";
import { EntryList } from "~/ui/entry/entry-line";
import { ReferenceLine } from "~/ui/entry/reference-line";
import { Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import { CollectionLines } from "./collection-lines";

/** What curators let stand out; left out when there is nothing. */
export function FeaturedPart({ featured }: { featured: Featured }) {
  const { t } = useTranslation();
  if (featured.collections.length + featured.entries.length === 0) return null;
  return (
    <Part title={t("collections.featured")} id="featured">
      {featured.collections.length > 0 && <CollectionLines collections={featured.collections} />}
      {featured.entries.length > 0 && (
        <EntryList>
          {featured.entries.map((entry) => (
            <ReferenceLine key={entry.id} entry={entry} />
          ))}
        </EntryList>
      )}
    </Part>
  );
}
