import type { MetaDescriptor } from "@remix-run/react";
import type { Citation } from "~/domain/citations/citation";
import { provisionSource } from "~/domain/citations/citation-sources";
import type { ProvisionPage, ProvisionView } from "~/domain/documents/document";
import { type FoundInDocument, findQuery } from "~/domain/documents/find-in-document";
import type { EntryReference, LinkView } from "~/domain/links/link";
import { translator } from "~/i18n/translate";
import { Cite } from "~/ui/cite/cite";
import { type Around, AroundEntry } from "~/ui/entry/around-entry";
import { EntryList } from "~/ui/entry/entry-line";
import { LinkList } from "~/ui/entry/link-list";
import { ReferenceLine } from "~/ui/entry/reference-line";
import { Side } from "~/ui/entry/side";
import { Topics } from "~/ui/entry/topics";
import { breadcrumbList } from "~/ui/layout/breadcrumbs";
import { LastChange } from "~/ui/layout/last-change";
import { Notice } from "~/ui/layout/notice";
import { Page, Part } from "~/ui/layout/page";
import { frameOf, pageMeta } from "~/ui/meta";
import { MoreLikeThis } from "~/ui/similar/more-like-this";
import { useTranslation } from "~/ui/translation";
import { ConcordanceList } from "./concordance-list";
import { FindBar } from "./find-bar";
import { Neighbours } from "./neighbours";
import { ProvisionBody } from "./provision-body";
import { ProvisionLines } from "./provision-lines";
import { provisionName } from "./provision-name";
import styles from "./provision-page.module.css";

interface ProvisionPageProps {
  provision: ProvisionPage;
  parts: (Pick<ProvisionView, "id" | "eid" | "kind" | "label"> & { text: string })[];
  linksTo: LinkView[];
  linksFrom: LinkView[];
  restingOn: EntryReference[];
  citation: Citation;
  /** What the reader looks for in its document; null: nothing. */
  found: FoundInDocument | null;
  similar: EntryReference[];
  around?: Around;
}

/** A provision: its text, its reasons, its kin in other documents, and who answers it. */
export function ProvisionPageView(props: ProvisionPageProps) {
  const { provision, parts, linksTo, linksFrom, restingOn, citation, found, similar, around } = props;
  const { t } = useTranslation();
  const { document } = provision;
  const name = provisionName(t, provision);
  const why = linksTo.filter(({ type }) => type === "motivates");
  const motivates = linksFrom.filter(({ type }) => type === "motivates");
  const practices = linksTo.filter(({ other }) => other.kind === "practice" || other.kind === "case-study");
  const tools = linksTo.filter(({ type }) => type === "answers");
  const isAnswerable = provision.kind === "recommendation" || practices.length + tools.length > 0;
  return (
    <Page
      title={name}
      eyebrow={document.shortTitle}
      crumbs={[
        { name: t("documents.title"), to: "/documents" },
        { name: document.shortTitle, to: `/documents/${document.slug}${findQuery(found)}` },
        { name },
      ]}
      aside={
        <>
          <Cite citation={citation} />
          <Side title={t("provision.topics")}>
            <Topics terms={provision.terms} />
          </Side>
        </>
      }
    >
      {!provision.current && (
        <Notice>
          <p>{t("provision.removed", { number: provision.version })}</p>
        </Notice>
      )}
      {found && <FindBar found={found} document={document} eid={provision.eid} />}
      <ProvisionBody provision={provision} found={found} />
      {parts.length > 0 && (
        <Part title={t("provision.parts")} id="parts">
          <ul className={styles.parts}>
            {parts.map((part) => (
              <li key={part.id}>
                <a href={`/documents/${part.id}`}>{part.label ?? "·"}</a>{" "}
                <span lang={document.language}>{part.text}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {provision.notes.length > 0 && (
        <Part title={t("provision.notes")} id="notes">
          {provision.notes.map((note) => (
            <p key={note} className={styles.note} lang="en">
              {note}
            </p>
          ))}
        </Part>
      )}
      {isAnswerable && (
        <Part title={t("provision.answers")} id="answers">
          <div className={styles.answers}>
            <section aria-labelledby="practices">
              <h3 id="practices">{t("provision.practices")}</h3>
              <LinkList links={practices} empty={t("provision.noPractices")} />
              {practices.length > 3 && (
                <p>
                  <a href={`/search?recommendation=${provision.id}`}>{t("provision.searchAnswers")}</a>
                </p>
              )}
            </section>
            <section aria-labelledby="tools">
              <h3 id="tools">{t("provision.tools")}</h3>
              <LinkList links={tools} empty={t("provision.noTools")} />
            </section>
          </div>
        </Part>
      )}
      <ConcordanceList linksFrom={linksFrom} linksTo={linksTo} />
      {why.length > 0 && (
        <Part title={t("provision.why")} id="why" lead={t("provision.whyLead")}>
          <ProvisionLines provisions={provisionsOf(why)} />
        </Part>
      )}
      {motivates.length > 0 && (
        <Part title={t("provision.motivates")} id="motivates" lead={t("provision.motivatesLead")}>
          <ProvisionLines provisions={provisionsOf(motivates)} />
        </Part>
      )}
      {restingOn.length > 0 && (
        <Part title={t("provision.cited")} id="cited" lead={t("provision.citedLead")}>
          <EntryList>
            {restingOn.map((entry) => (
              <ReferenceLine key={entry.id} entry={entry} />
            ))}
          </EntryList>
        </Part>
      )}
      {around && <AroundEntry around={around} />}
      <MoreLikeThis entries={similar} />
      <Neighbours provision={provision} />
      <LastChange at={provision.updatedAt} />
    </Page>
  );
}

const provisionsOf = (links: LinkView[]) =>
  links.flatMap(({ other: { id, summary, provision } }) => (provision ? [{ ...provision, id, summary }] : []));

export function provisionMeta(matches: Parameters<typeof frameOf>[0], provision: ProvisionPage): MetaDescriptor[] {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  const { document } = provision;
  const name = provisionName(t, provision);
  return pageMeta(frame, {
    title: `${name} · ${document.shortTitle}`,
    description: provision.summary ?? provision.text ?? name,
    // It is cited in the same words in every language, as in “Cite”.
    citable: { ...provisionSource(provision, provisionName(translator("en"), provision)), partOf: document.title },
    jsonLd: {
      "@type": provision.kind === "quotation" ? "Quotation" : "CreativeWork",
      name: `${name}, ${document.shortTitle}`,
      abstract: provision.summary ?? undefined,
      text: provision.text ?? undefined,
      inLanguage: document.language,
      datePublished: document.date ?? undefined,
      dateModified: provision.updatedAt,
      isPartOf: { "@type": "Report", name: document.title, url: `${frame.origin}/documents/${document.slug}` },
      breadcrumb: breadcrumbList(frame.origin, [
        { name: t("documents.title"), to: "/documents" },
        { name: document.shortTitle, to: `/documents/${document.slug}` },
        { name },
      ]),
    },
  });
}
