import type { CollectionLine } from "~/domain/collections/collection";
import { FeedLink } from "~/ui/feeds/feed-link";
import { Page, Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import { CollectionLines } from "./collection-lines";

interface CollectionsProps {
  collections: CollectionLine[];
  /** Those that the reader works on; null: none. */
  own: CollectionLine[] | null;
}

export function CollectionsPage({ collections, own }: CollectionsProps) {
  const { t } = useTranslation();
  return (
    <Page title={t("collections.title")} lead={t("collections.lead")} crumbs={[{ name: t("collections.title") }]}>
      {collections.length === 0 && <p>{t("collections.none")}</p>}
      <CollectionLines collections={collections} />
      <p>
        <FeedLink path="/collections/feed.atom" />
      </p>
      {own && (
        <Part title={t("collections.own")} id="own" lead={t("collections.ownLead")}>
          <CollectionLines collections={own} edit />
          <p>
            <a href="/collections/new">{t("collections.new")}</a>
          </p>
        </Part>
      )}
    </Page>
  );
}
