import { type FoundTarget, usualTypeTo } from "~/domain/links/contribution-link";
import { ReferenceLine } from "~/ui/entry/reference-line";
import forms from "~/ui/form/form.module.css";
import { Marked } from "~/ui/search/marked-text";
import { useTranslation } from "~/ui/translation";
import type { ContributionKind } from "~db/schema/contribution";
import styles from "./links.module.css";
import { LinkButton } from "./links-button";
import { useEntryName } from "./links-names";

export interface LinkSearchView {
  text: string;
  /** What is searched: both where it is empty. */
  of: "" | "provision" | "tool";
}

interface SearchProps extends LinkSearchView {
  /** Null: nothing was searched for. */
  found: FoundTarget[] | null;
  kind: ContributionKind;
  linked: ReadonlySet<string>;
}

/** Finds what the suggestions do not know of, with the search that readers have. */
export function LinkSearch({ text, of, found, kind, linked }: SearchProps) {
  const { t } = useTranslation();
  return (
    <>
      <search aria-labelledby="find">
        <form method="get" className={forms.form} data-links-search="">
          <div className={forms.field}>
            <label htmlFor="find-q" className={forms.label}>
              {t("contributionLinks.words")}
            </label>
            <input id="find-q" type="search" name="q" defaultValue={text} className={forms.input} maxLength={300} />
          </div>
          <div className={forms.field}>
            <label htmlFor="find-of" className={forms.label}>
              {t("contributionLinks.among")}
            </label>
            <select id="find-of" name="of" defaultValue={of} className={forms.input}>
              <option value="">{t("contributionLinks.amongBoth")}</option>
              <option value="provision">{t("contributionLinks.amongProvisions")}</option>
              <option value="tool">{t("contributionLinks.amongTools")}</option>
            </select>
          </div>
          <p>
            <button type="submit" className={forms.submit}>
              {t("contributionLinks.search")}
            </button>
          </p>
        </form>
      </search>
      <div data-live="found" className={styles.found}>
        {found && (
          <>
            <p role="status" tabIndex={-1} data-links-found="">
              {found.length === 0
                ? t("contributionLinks.nothingFound", { text })
                : t("contributionLinks.found", { count: found.length })}
            </p>
            <ul className={styles.list}>
              {found.map((target) => (
                <FoundLine key={target.entry.id} {...target} kind={kind} isLinked={linked.has(target.entry.id)} />
              ))}
            </ul>
          </>
        )}
      </div>
    </>
  );
}

function FoundLine({ entry, extract, kind, isLinked }: FoundTarget & { kind: ContributionKind; isLinked: boolean }) {
  const { t } = useTranslation();
  const name = useEntryName()(entry);
  const type = usualTypeTo(entry.kind, kind);
  return (
    <ReferenceLine entry={{ ...entry, summary: null }}>
      <p className={styles.extract} lang={entry.language}>
        <Marked text={extract} />
      </p>
      {isLinked ? (
        <p>{t("contributionLinks.linked")}</p>
      ) : (
        <LinkButton form="add" to={entry.id} type={type} name={name}>
          {t("contributionLinks.accept", { type: t(`contributionLinks.type.${type as "uses"}`) })}
        </LinkButton>
      )}
    </ReferenceLine>
  );
}
