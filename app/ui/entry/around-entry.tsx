import type { CollectionLine } from "~/domain/collections/collection";
import type { Tag } from "~/domain/tags/tag";
import { CollectionLines } from "~/ui/collection/collection-lines";
import styles from "~/ui/editing/editing.module.css";
import { Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";

export interface Around {
  id: string;
  collections: CollectionLine[];
  /** The reader may put it into a collection, or feature it. */
  curates: boolean;
  /** Where it is talked about, and in how many threads; null: nowhere. */
  discussion: { path: string; threads: number } | null;
  tags: Tag[];
  /** The reader may edit its texts, tags or links. */
  edits: boolean;
}

/** What stands around an entry at the end of its page. */
export function AroundEntry({ around }: { around: Around }) {
  const { t } = useTranslation();
  return (
    <>
      {around.tags.length > 0 && (
        <Part title={t("tags.title")} id="tags">
          <ul className={styles.links}>
            {around.tags.map(({ slug, label, language }) => (
              <li key={slug}>
                <a href={`/tags/${slug}`} lang={language}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </Part>
      )}
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
      {around.edits && (
        <p>
          <a href={`/curate/${around.id}`}>{t("editing.open")}</a>
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
