import { translator } from "~/i18n/translate";
import { frameOf, pageMeta } from "~/ui/meta";
import { Tombstone, type Withdrawn } from "~/ui/publication/tombstone";
import { useTranslation } from "~/ui/translation";
import { collectionMeta } from "./collection-meta";
import { CollectionPage, type CollectionPageProps } from "./collection-page";

type Shown = CollectionPageProps | { tombstone: Withdrawn };

/** A version of a collection, or what stands at its address when it was withdrawn. */
export function ShownCollection({ shown }: { shown: Shown }) {
  return "tombstone" in shown ? <CollectionTombstone {...shown.tombstone} /> : <CollectionPage {...shown} />;
}

function CollectionTombstone(withdrawn: Withdrawn) {
  const { t } = useTranslation();
  const crumbs = [{ name: t("collections.title"), to: "/collections" }, { name: withdrawn.title }];
  return <Tombstone {...withdrawn} kind={t("collections.one")} crumbs={crumbs} />;
}

/** The meta tags of either; nothing where there is no such collection. */
export function shownMeta(matches: Parameters<typeof frameOf>[0], shown: Shown | undefined, older: boolean) {
  if (!shown) return [];
  if (!("tombstone" in shown)) return collectionMeta(matches, shown.collection, older);
  const frame = frameOf(matches);
  const t = translator(frame.language);
  return pageMeta(frame, {
    title: `${t("publication.withdrawn")}${t("site.colon")} ${shown.tombstone.title}`,
    description: t("publication.description"),
    noIndex: true,
  });
}
