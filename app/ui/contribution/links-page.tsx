import type { TemplateTerms } from "~/domain/contributions/template-terms";
import { type FoundTarget, linkFormOf, type SuggestedLink } from "~/domain/links/contribution-link";
import type { LinkView } from "~/domain/links/link";
import type { Language } from "~/i18n/language";
import { FormErrors } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import type from "~/ui/type.module.css";
import { ContributionFrame, type ContributionHead } from "./contribution-frame";
import styles from "./links.module.css";
import { LinksDone, type LinksDoneView } from "./links-done";
import { LinkLine } from "./links-line";
import { LinkSearch, type LinkSearchView } from "./links-search";
import { SuggestedLine } from "./links-suggested";

interface LinksProps {
  head: ContributionHead;
  links: LinkView[];
  suggested: SuggestedLink[];
  /** Names of themes and the like, in the reader's language: `theme:housing`. */
  codeLabels: Record<string, string>;
  search: LinkSearchView & { found: FoundTarget[] | null };
  done: LinksDoneView | null;
  refused?: Refused;
}

/** What a draft links to: picked, suggested and searched for. A script sends its forms without leaving the page (app/enhance/editor). */
export function LinksPage({ head, links, suggested, codeLabels, search, done, refused }: LinksProps) {
  const { t } = useTranslation();
  const atLine = links.some(({ other }) => refused?.form === linkFormOf(other.id));
  const linked = new Set(links.map(({ other }) => other.id));
  return (
    <ContributionFrame head={head} page="links" lead={t("contributionLinks.lead")}>
      <div data-links={t("contributionLinks.failed")} className={styles.page}>
        <div data-live="done" className={styles.done}>
          {refused && !atLine && <Unplaced refused={refused} />}
          <div role="status" tabIndex={-1} data-links-status="">
            {done && !refused && <LinksDone {...done} />}
          </div>
        </div>
        <div data-live="links">
          <Part id="links" title={t("contributionLinks.yours", { count: links.length })}>
            {links.length === 0 ? (
              <p className={type.small}>{t("contributionLinks.none")}</p>
            ) : (
              <ul className={styles.list}>
                {links.map((link) => (
                  <LinkLine
                    key={`${link.type} ${link.other.id}`}
                    link={link}
                    language={head.language}
                    isNew={done?.what === "added" && done.entry.id === link.other.id}
                    refused={refused}
                  />
                ))}
              </ul>
            )}
          </Part>
        </div>
        <div data-live="suggested">
          <Part id="suggested" title={t("contributionLinks.suggested")} lead={t("contributionLinks.suggestedLead")}>
            {suggested.length === 0 ? (
              <p className={type.small}>{t("contributionLinks.noneSuggested")}</p>
            ) : (
              <ul className={styles.list}>
                {suggested.map((one) => (
                  <SuggestedLine
                    key={one.entry.id}
                    suggested={one}
                    kind={head.kind}
                    language={head.language}
                    codeLabels={codeLabels}
                  />
                ))}
              </ul>
            )}
          </Part>
        </div>
        <Part id="find" title={t("contributionLinks.find")} lead={t("contributionLinks.findLead")}>
          <LinkSearch {...search} kind={head.kind} linked={linked} />
        </Part>
      </div>
    </ContributionFrame>
  );
}

/** A form that came back, and whose place on the page is gone: what was wrong with it, and what was typed. */
function Unplaced({ refused }: { refused: Refused }) {
  const { t } = useTranslation();
  const note = typeof refused.values.note === "string" ? refused.values.note : "";
  return (
    <>
      <FormErrors
        id={refused.form}
        labels={{
          to: t("contributionLinks.target"),
          type: t("contributionLinks.kind"),
          evidence: t("experience.evidence"),
          note: t("contributionLinks.note"),
        }}
        links={{ to: "#find", type: "#find", evidence: "#links", note: "#links" }}
        refused={refused}
      />
      {note && (
        <div>
          <p>{t("editor.whatYouTyped")}</p>
          <div className={styles.typed}>{note}</div>
        </div>
      )}
    </>
  );
}

/** The names of the themes, rights and groups that suggestions have in common with the draft. */
export function codeLabelsOf(
  suggested: readonly SuggestedLink[],
  terms: TemplateTerms,
  language: Language,
): Record<string, string> {
  const codes = new Set(suggested.flatMap((one) => one.codes));
  return Object.fromEntries(
    (["theme", "right", "group"] as const).flatMap((vocabulary) =>
      terms[vocabulary].flatMap(({ code, label }) =>
        codes.has(`${vocabulary}:${code}`) ? [[`${vocabulary}:${code}`, label[language]]] : [],
      ),
    ),
  );
}
