import type { ReactNode } from "react";
import type { ProvisionView } from "~/domain/documents/document";
import { useTranslation } from "~/ui/translation";
import type { MarkedText } from "~search/port";
import { MarkedParagraph, MarkedPart } from "./marked-part";
import { type MatchPlace, MatchSteps } from "./match-steps";
import { paragraphsOf } from "./paragraphs";
import { provisionName } from "./provision-name";
import styles from "./provision-text.module.css";
import { Quotation } from "./quotation";

interface ProvisionTextProps {
  provision: ProvisionView;
  language: string;
  /** Added to the address of its page: what is searched for in the document. */
  query?: string;
  /** Where it stands among the matches, and what was found in it. */
  match?: { place: MatchPlace; marked: MarkedText[] };
}

/** A provision in the run of its document: its label hangs in the margin and leads to its own page. */
export function ProvisionText({ provision, language, query = "", match }: ProvisionTextProps) {
  const { t } = useTranslation();
  const name = provisionName(t, provision);
  const to = `/documents/${provision.id}${query}`;
  const steps = match && <MatchSteps place={match.place} />;
  const link = (
    <a className={styles.label} href={to} aria-label={t("documents.permalink", { name })}>
      {provision.label ?? "¶"}
    </a>
  );
  if (provision.kind === "quotation") {
    return (
      <div className={styles.provision} id={provision.eid}>
        {link}
        <div className={styles.text}>
          <Quotation
            text={provision.text ?? ""}
            speaker={provision.speaker}
            affiliation={provision.affiliation}
            language={language}
            to={to}
            marked={match?.marked}
          />
          {steps}
        </div>
      </div>
    );
  }
  const paragraphs = paragraphsOf(provision);
  return (
    <section className={styles.provision} id={provision.eid} data-kind={provision.kind} data-depth={provision.depth}>
      {link}
      <div className={styles.text}>
        <div lang={language}>
          {paragraphs.heading && (
            <Heading depth={provision.depth}>
              <MarkedPart text={paragraphs.heading} marked={match?.marked} />
            </Heading>
          )}
          {paragraphs.body.map((paragraph, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of a text do not move
            <p key={index}>
              <MarkedParagraph text={paragraph} marked={match?.marked} verb={index === 0 ? provision.verb : null} />
            </p>
          ))}
        </div>
        {steps}
      </div>
    </section>
  );
}

function Heading({ depth, children }: { depth: number; children: ReactNode }) {
  return depth === 0 ? <h2>{children}</h2> : depth === 1 ? <h3>{children}</h3> : <h4>{children}</h4>;
}
