import type { MetaDescriptor } from "@remix-run/react";
import type { Citation } from "~/domain/citations/citation";
import { documentSource } from "~/domain/citations/citation-sources";
import type { DocumentPage } from "~/domain/documents/document";
import { type FoundInDocument, onlyMatches } from "~/domain/documents/find-in-document";
import type { EntryReference } from "~/domain/links/link";
import { translator } from "~/i18n/translate";
import { Cite } from "~/ui/cite/cite";
import { type Around, AroundEntry } from "~/ui/entry/around-entry";
import { Contents } from "~/ui/entry/contents";
import { Facts } from "~/ui/entry/facts";
import { Side } from "~/ui/entry/side";
import { formatDate } from "~/ui/format-date";
import { breadcrumbList } from "~/ui/layout/breadcrumbs";
import { LastChange } from "~/ui/layout/last-change";
import { Notice } from "~/ui/layout/notice";
import { Page, Part } from "~/ui/layout/page";
import { frameOf as frame, type frameOf, pageMeta } from "~/ui/meta";
import { MoreLikeThis } from "~/ui/similar/more-like-this";
import { useTranslation } from "~/ui/translation";
import { contentsOf } from "./document-contents";
import styles from "./document-page.module.css";
import { DocumentText } from "./document-text";
import { FindInDocument } from "./find-in-document";

interface DocumentPageProps {
  document: DocumentPage;
  citation: Citation;
  /** What was looked for in it; null: nothing. Undefined: it cannot be searched, an older version is not in the index. */
  found?: FoundInDocument | null;
  similar?: EntryReference[];
  around?: Around;
}

/** A document from its title page to its last note, each provision with its address. */
export function DocumentPageView({ document: whole, citation, found, similar = [], around }: DocumentPageProps) {
  const { t, language } = useTranslation();
  const document = onlyMatches(whole, found ?? null);
  const crumbs = [{ name: t("documents.title"), to: "/documents" }, { name: document.shortTitle }];
  const contents = contentsOf(t, document);
  const old = document.shownVersion !== null && document.shownVersion !== document.currentVersion;
  return (
    <Page
      title={document.title}
      titleLanguage={document.language}
      eyebrow={t(`documentKind.${document.kind}`)}
      lead={document.summary}
      leadLanguage={document.language}
      crumbs={crumbs}
      aside={
        <>
          <Cite citation={citation} />
          <Side title={t("experience.facts")}>
            <Facts
              facts={[
                [t("documents.published"), document.date && formatDate(document.date, language)],
                [t("documents.event"), document.event && <span lang={document.language}>{document.event}</span>],
                [
                  t("documents.publisher"),
                  document.publisher && <span lang={document.language}>{document.publisher}</span>,
                ],
                [t("documents.source"), document.sourceUrl && <a href={document.sourceUrl}>{document.sourceUrl}</a>],
              ]}
            />
          </Side>
          {contents.length > 1 && (
            <Side title={t("documents.contents")}>
              <Contents items={contents} label={t("documents.contents")} />
            </Side>
          )}
        </>
      }
    >
      {old && (
        <Notice>
          <p>
            {t("documents.oldVersion", { number: document.shownVersion })}{" "}
            <a href={`/documents/${document.slug}`}>{t("documents.newest")}</a>
          </p>
        </Notice>
      )}
      {document.shownVersion === null && (
        <Notice>
          <p>{document.provisions.length > 0 ? t("documents.noText") : t("documents.metadataOnly")}</p>
          {document.whereToGet && (
            <p>
              <b>{t("documents.whereToGet") + t("site.colon")}</b>{" "}
              <span lang={document.language}>{document.whereToGet}</span>
            </p>
          )}
        </Notice>
      )}
      {found !== undefined && whole.provisions.length > 0 && <FindInDocument slug={document.slug} found={found} />}
      <DocumentText document={document} found={found ?? null} />
      {around && <AroundEntry around={around} />}
      <MoreLikeThis entries={similar} />
      {document.versions.length > 1 && (
        <Part title={t("documents.versions")} id="versions">
          <ul className={styles.versions}>
            {document.versions.map((version) => (
              <li key={version.number}>
                <a href={`/documents/${document.slug}/versions/${version.number}`}>{t("documents.version", version)}</a>{" "}
                {t("documents.versionOf", { date: formatDate(version.importedAt, language), file: version.sourceName })}
                {version.changeNote && <p>{version.changeNote}</p>}
              </li>
            ))}
          </ul>
        </Part>
      )}
      <LastChange at={document.updatedAt} />
    </Page>
  );
}

/** The meta tags of a document; every version names itself as canonical, for versions are permanent. */
export function documentMeta(
  matches: Parameters<typeof frameOf>[0],
  document: DocumentPage,
  found?: FoundInDocument | null,
): MetaDescriptor[] {
  const at = frame(matches);
  const t = translator(at.language);
  const source = documentSource(document);
  return pageMeta(at, {
    title: `${found ? `${t("find.title", { text: found.text })} · ` : ""}${document.title} (${document.shortTitle})`,
    noIndex: Boolean(found),
    description: document.summary ?? document.title,
    citable: source,
    jsonLd: {
      "@type": "Report",
      name: document.title,
      alternateName: document.shortTitle,
      description: document.summary ?? undefined,
      inLanguage: document.language,
      datePublished: document.date ?? undefined,
      dateModified: document.updatedAt,
      author: source.authors.map((name) => ({ "@type": "Organization", name })),
      version: document.shownVersion ?? undefined,
      breadcrumb: breadcrumbList(at.origin, [
        { name: t("documents.title"), to: "/documents" },
        { name: document.shortTitle },
      ]),
    },
  });
}
