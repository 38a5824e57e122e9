import { type TermGroup, termsOf, toFields } from "~/domain/search/thesaurus";
import quiet from "~/ui/form/quiet-button.module.css";
import { useTranslation } from "~/ui/translation";
import type from "~/ui/type.module.css";
import { GroupFields, GroupTerms } from "./group-terms";
import styles from "./search-counts-page.module.css";
import { type FailedChange, SynonymForm } from "./synonym-form";

interface OwnSynonymsProps {
  groups: TermGroup[];
  file: string;
  failure: FailedChange | null;
}

/** The synonyms that this installation has beside those of the seeds. */
export function OwnSynonyms({ groups, file, failure }: OwnSynonymsProps) {
  const { t } = useTranslation();
  return (
    <>
      <p className={styles.note}>
        {t("admin.own.lead")} <code className={styles.file}>{file}</code>
      </p>
      {groups.length === 0 ? (
        <p>{t("admin.own.none")}</p>
      ) : (
        <ul className={styles.groups}>
          {groups.map((group) => (
            <li key={JSON.stringify(toFields(group))}>
              <GroupTerms group={group} />
              <form method="post" action="/admin/search">
                <input type="hidden" name="intent" value="remove" />
                <GroupFields group={group} />
                <button type="submit" className={quiet.button}>
                  {t("admin.own.remove")} <span className={type.visuallyHidden}>{termsOf(group)[0]?.term}</span>
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <h3>{t("admin.own.new")}</h3>
      <SynonymForm failure={failure} />
    </>
  );
}
