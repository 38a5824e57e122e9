import type { ProvisionView } from "~/domain/documents/document";
import { useTranslation } from "~/ui/translation";
import { paragraphsOf } from "./paragraphs";
import { provisionName } from "./provision-name";
import styles from "./provision-text.module.css";
import { Quotation } from "./quotation";

/** A provision in the run of its document: its label hangs in the margin and leads to its own page. */
export function ProvisionText({ provision, language }: { provision: ProvisionView; language: string }) {
  const { t } = useTranslation();
  const name = provisionName(t, provision);
  const link = (
    <a className={styles.label} href={`/documents/${provision.id}`} aria-label={t("documents.permalink", { name })}>
      {provision.label ?? "¶"}
    </a>
  );
  if (provision.kind === "quotation") {
    return (
      <div className={styles.provision} id={provision.eid}>
        {link}
        <Quotation
          text={provision.text ?? ""}
          speaker={provision.speaker}
          affiliation={provision.affiliation}
          language={language}
          to={`/documents/${provision.id}`}
        />
      </div>
    );
  }
  const paragraphs = paragraphsOf(provision);
  return (
    <section className={styles.provision} id={provision.eid} data-kind={provision.kind} data-depth={provision.depth}>
      {link}
      <div className={styles.text} lang={language}>
        {paragraphs.heading && <Heading depth={provision.depth}>{paragraphs.heading}</Heading>}
        {paragraphs.body.map((paragraph, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of a text do not move
          <p key={index}>
            {index === 0 && provision.verb ? <WithVerb text={paragraph} verb={provision.verb} /> : paragraph}
          </p>
        ))}
      </div>
    </section>
  );
}

function Heading({ depth, children }: { depth: number; children: string }) {
  return depth === 0 ? <h2>{children}</h2> : depth === 1 ? <h3>{children}</h3> : <h4>{children}</h4>;
}

/** The opening verb set apart, as resolutions do. */
export function WithVerb({ text, verb }: { text: string; verb: string }) {
  if (!text.toLowerCase().startsWith(verb.toLowerCase())) return text;
  return (
    <>
      <b className={styles.verb}>{text.slice(0, verb.length)}</b>
      {text.slice(verb.length)}
    </>
  );
}
