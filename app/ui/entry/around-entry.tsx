import type { CollectionLine } from "~/domain/collections/collection";
import { CollectionLines } from "~/ui/collection/collection-lines";
import { Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";

export interface Around {
  id: string;
  collections: CollectionLine[];
  /** The reader may put it into a collection, or feature it. */
  curates: boolean;
  /** Where it is talked about, and in how many threads; null: nowhere. */
  discussion: { path: string; threads: number } | null;
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
      {around.discussion && (
        <p>
          <a href={around.discussion.path}>
            {around.discussion.threads > 0
              ? t("threads.link", { count: around.discussion.threads })
              : t("threads.linkNone")}
          </a>
        </p>
      )}
      {around.curates && (
        <p>
          <a href={`/collections/add?entry=${encodeURIComponent(around.id)}`}>{t("collections.curate")}</a>
        </p>
      )}
    </>
  );
}
