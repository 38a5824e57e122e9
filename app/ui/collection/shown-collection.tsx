import { translator } from "~/i18n/translate";
import { formatDate } from "~/ui/format-date";
import { Page, Part } from "~/ui/layout/page";
import { frameOf, pageMeta } from "~/ui/meta";
import { useTranslation } from "~/ui/translation";
import { collectionMeta } from "./collection-meta";
import { CollectionPage, type CollectionPageProps } from "./collection-page";

interface Tombstone {
  title: string;
  language: string;
  at: string;
  reason: string;
  /** How it was to be cited. */
  apa: string;
}

type Shown = CollectionPageProps | { tombstone: Tombstone };

/** A version of a collection, or what stands at its address when it was withdrawn. */
export function ShownCollection({ shown }: { shown: Shown }) {
  return "tombstone" in shown ? <CollectionTombstone {...shown.tombstone} /> : <CollectionPage {...shown} />;
}

function CollectionTombstone({ title, language: content, at, reason, apa }: Tombstone) {
  const { t, language } = useTranslation();
  return (
    <Page
      title={title}
      titleLanguage={content}
      eyebrow={`${t("collections.one")} · ${t("publication.withdrawn")}`}
      lead={t("publication.withdrawnLead", { date: formatDate(at, language) })}
      crumbs={[{ name: t("collections.title"), to: "/collections" }, { name: title }]}
    >
      <Part title={t("publication.reason")} id="reason">
        <p>{reason}</p>
      </Part>
      <Part title={t("publication.cited")} id="cited" lead={t("publication.citedLead")}>
        <p lang={content}>{apa}</p>
      </Part>
    </Page>
  );
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
