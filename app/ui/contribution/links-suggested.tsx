import { type SuggestedLink, usualTypeTo } from "~/domain/links/contribution-link";
import { ReferenceLine } from "~/ui/entry/reference-line";
import { Marked } from "~/ui/search/marked-text";
import { useTranslation } from "~/ui/translation";
import type { ContributionKind } from "~db/schema/contribution";
import styles from "./links.module.css";
import { LinkButton } from "./links-button";
import { useEntryName } from "./links-names";

interface SuggestedProps {
  suggested: SuggestedLink;
  kind: ContributionKind;
  /** Of the draft. */
  language: string;
  codeLabels: Record<string, string>;
}

const mostCodes = 4;

/** A suggestion, with what led to it. */
export function SuggestedLine({ suggested, kind, language, codeLabels }: SuggestedProps) {
  const { t } = useTranslation();
  const nameOf = useEntryName();
  const { entry, draft, target, codes, neighbours, linkedRelated } = suggested;
  const name = nameOf(entry);
  const type = usualTypeTo(entry.kind, kind);
  const shared = codes.flatMap((code) => codeLabels[code] ?? []).slice(0, mostCodes);
  return (
    <ReferenceLine entry={{ ...entry, summary: null }}>
      <dl className={styles.reasons}>
        <div>
          <dt>{t("contributionLinks.youWrite")}</dt>
          <dd lang={language}>
            <Marked text={draft} />
          </dd>
        </div>
        <div>
          <dt>{t("contributionLinks.itSays")}</dt>
          <dd lang={entry.language}>
            <Marked text={target} />
          </dd>
        </div>
        {shared.length > 0 && (
          <div>
            <dt>{t("contributionLinks.inCommon")}</dt>
            <dd>{shared.join(" · ")}</dd>
          </div>
        )}
      </dl>
      {neighbours > 0 && <p>{t("contributionLinks.neighbours", { count: neighbours })}</p>}
      {linkedRelated && <p>{t("contributionLinks.related", { name: nameOf(linkedRelated) })}</p>}
      <div className={styles.buttons}>
        <LinkButton form="add" to={entry.id} type={type} name={name}>
          {t("contributionLinks.accept", { type: t(`contributionLinks.type.${type as "uses"}`) })}
        </LinkButton>
        <LinkButton form="dismiss" to={entry.id} name={name}>
          {t("contributionLinks.dismiss")}
        </LinkButton>
      </div>
    </ReferenceLine>
  );
}
