import type { ProvisionPage } from "~/domain/documents/document";
import { type FoundInDocument, findQuery } from "~/domain/documents/find-in-document";
import { Notice } from "~/ui/layout/notice";
import { useTranslation } from "~/ui/translation";
import { MarkedParagraph, MarkedPart } from "./marked-part";
import { paragraphsOf } from "./paragraphs";
import styles from "./provision-body.module.css";
import { Quotation } from "./quotation";

/** What a provision says, to the letter and in our words. */
export function ProvisionBody({ provision, found }: { provision: ProvisionPage; found: FoundInDocument | null }) {
  const { t } = useTranslation();
  const { document } = provision;
  const { heading, body } = paragraphsOf(provision);
  const marked = found?.matches.find(({ eid }) => eid === provision.eid)?.marked;
  return (
    <>
      {provision.text === null ? (
        <Notice>
          <p>{t("provision.noText")}</p>
          {document.whereToGet && <p lang={document.language}>{document.whereToGet}</p>}
        </Notice>
      ) : provision.kind === "quotation" ? (
        <Quotation {...provision} text={provision.text} language={document.language} marked={marked} />
      ) : (
        <div className={styles.text} lang={document.language}>
          {heading && (
            <p className={styles.heading}>
              <MarkedPart text={heading} marked={marked} />
            </p>
          )}
          {body.map((paragraph, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of a text do not move
            <p key={index}>
              <MarkedParagraph text={paragraph} marked={marked} verb={index === 0 ? provision.verb : null} />
            </p>
          ))}
        </div>
      )}
      {provision.summary && (
        <div className={styles.summary}>
          <h2 className={styles.summaryTitle}>{t("provision.summary")}</h2>
          <p lang="en">
            <MarkedPart text={provision.summary} marked={marked} />
          </p>
          <p className={styles.by}>{t("provision.summaryBy")}</p>
        </div>
      )}
      <p>
        <a href={`/documents/${document.slug}${findQuery(found)}#${provision.eid}`}>{t("provision.readInContext")}</a>
      </p>
    </>
  );
}
