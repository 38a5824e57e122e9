import type { CollectionLine } from "~/domain/collections/collection";
import { CollectionLines } from "~/ui/collection/collection-lines";
import { Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";

export interface Around {
  id: string;
  collections: CollectionLine[];
  /** The reader may put it into a collection, or feature it. */
  curates: boolean;
}

/** What stands around an entry at the end of its page. */
export function AroundEntry({ around }: { around: Around }) {
  const { t } = useTranslation();
  return (
    <>
      {around.collections.length > 0 && (
        <Part title={t("collections.holding")} id="collections">
          <CollectionLines collections={around.collections} />
        </Part>
      )}
      {around.curates && (
        <p>
          <a href={`/collections/add?entry=${encodeURIComponent(around.id)}`}>{t("collections.curate")}</a>
        </p>
      )}
    </>
  );
}
