import type { CollectionLine } from "~/domain/collections/collection";
import { EntryLine, EntryList } from "~/ui/entry/entry-line";
import { useTranslation } from "~/ui/translation";

/** Collections by name; `edit`: to the pages where they are worked on. */
export function CollectionLines({ collections, edit }: { collections: CollectionLine[]; edit?: boolean }) {
  const { t } = useTranslation();
  return (
    <EntryList>
      {collections.map(({ id, title, summary, language, network, items, version }) => (
        <EntryLine
          key={id}
          to={`/collections/${id}${edit ? "/edit" : ""}`}
          title={title}
          language={language}
          summary={summary}
          eyebrow={[
            t("collections.one"),
            network?.name,
            t("collections.items", { count: items }),
            version === null && t("collections.unpublished"),
          ]
            .filter(Boolean)
            .join(" · ")}
        />
      ))}
    </EntryList>
  );
}
