import type { Citation } from "~/domain/citations/citation";
import type { CollectionVersion } from "~/domain/collections/collection";
import { addressOfFile } from "~/domain/files/file";
import type { SafeHtml } from "~/domain/text/safe-html";
import { Cite } from "~/ui/cite/cite";
import { Facts } from "~/ui/entry/facts";
import { Markdown } from "~/ui/entry/markdown";
import { ReferenceLine } from "~/ui/entry/reference-line";
import { Side } from "~/ui/entry/side";
import { feedAddress } from "~/ui/feeds/feed-address";
import { formatDate } from "~/ui/format-date";
import { Page, Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import type from "~/ui/type.module.css";
import styles from "./collection.module.css";

export interface CollectionPageProps {
  collection: CollectionVersion;
  html: SafeHtml;
  notes: SafeHtml[];
  citation: Citation;
  manages: boolean;
}

/** A version of a collection: what it is about, and its entries in their order, each with why it is here. */
export function CollectionPage({ collection, html, notes, citation, manages }: CollectionPageProps) {
  const { t, language } = useTranslation();
  const { id, picture, network, versions, number } = collection;
  const newest = versions[0]?.number === number;
  return (
    <Page
      title={collection.title}
      titleLanguage={collection.language}
      eyebrow={t("collections.one")}
      lead={collection.summary}
      leadLanguage={collection.language}
      crumbs={[{ name: t("collections.title"), to: "/collections" }, { name: collection.title }]}
      aside={
        <>
          <Cite citation={citation} files={false} />
          <Side title={t("experience.facts")}>
            <Facts
              facts={[
                [t("kind.network"), network && <a href={`/networks/${network.id}`}>{network.name}</a>],
                [t("collections.publishedAt"), formatDate(collection.publishedAt.slice(0, 10), language)],
              ]}
            />
          </Side>
          <Side title={t("collections.versions")}>
            <ol className={styles.versions} reversed>
              {versions.map((version) => (
                <li key={version.number}>
                  <a
                    href={`/collections/${id}/v${version.number}`}
                    aria-current={version.number === number ? "true" : undefined}
                  >
                    {t("collections.version", { number: version.number })}
                  </a>{" "}
                  {formatDate(version.publishedAt.slice(0, 10), language)}
                  {version.changeNote && <span lang={collection.language}> – {version.changeNote}</span>}
                </li>
              ))}
            </ol>
          </Side>
        </>
      }
    >
      {!newest && (
        <p role="status" className={styles.older}>
          {t("collections.older", { number })} <a href={`/collections/${id}`}>{t("collections.latest")}</a>
        </p>
      )}
      {manages && (
        <p>
          <a href={`/collections/${id}/edit`}>{t("collections.edit")}</a>
        </p>
      )}
      {picture && (
        <img
          className={styles.picture}
          src={addressOfFile(picture)}
          width={picture.width}
          height={picture.height}
          alt={picture.alternative}
          lang={collection.language}
        />
      )}
      {html && <Markdown html={html} language={collection.language} />}
      <Part title={t("collections.entries")} id="entries">
        <ol className={styles.items}>
          {collection.items.map(({ entry, kind, title }, index) => {
            const note = notes[index] && <Markdown html={notes[index]} language={collection.language} />;
            if (entry)
              return (
                <ReferenceLine key={entry.id} entry={entry}>
                  {note}
                </ReferenceLine>
              );
            return (
              <li key={title}>
                <p className={type.small}>
                  {t(`kind.${kind}`)} · {t("collections.gone")}
                </p>
                <p>{title}</p>
                {note}
              </li>
            );
          })}
        </ol>
      </Part>
      {newest && (
        <p>
          <a href={feedAddress(`/collections/${id}/feed.atom`, language)}>{t("feeds.atom")}</a>
        </p>
      )}
    </Page>
  );
}
