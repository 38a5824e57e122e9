import type { ThesaurusChange } from "~/domain/search/thesaurus-change";
import quiet from "~/ui/form/quiet-button.module.css";
import { useTranslation } from "~/ui/translation";
import { GroupFields, GroupTerms } from "./group-terms";
import styles from "./search-counts-page.module.css";
import type { FailedChange } from "./synonym-form";

interface ChangeNoticeProps {
  done: ThesaurusChange | null;
  failure: FailedChange | null;
  fileProblem: string | null;
}

/** What has been done, with the way back; or what went wrong. */
export function ChangeNotice({ done, failure, fileProblem }: ChangeNoticeProps) {
  const { t } = useTranslation();
  const problem = failure?.problem === "terms" ? t("admin.problem.terms") : (fileProblem ?? failure?.message);
  return (
    <>
      {problem && (
        // The page was sent back because of this: here reading goes on.
        // biome-ignore lint/a11y/noAutofocus: the focus belongs to the summary, without a script too.
        <div className={styles.problem} role="alert" tabIndex={-1} autoFocus={failure !== null}>
          <h2>{t("admin.problem.title")}</h2>
          {failure?.problem !== "terms" && <p>{t("admin.problem.file")}</p>}
          <p>{failure?.problem === "terms" ? problem : <code className={styles.file}>{problem}</code>}</p>
        </div>
      )}
      {done && (
        <div className={styles.done} role="status">
          <p>
            {t(`admin.done.${done.done}`)} <GroupTerms group={done.group} />
          </p>
          <form method="post" action="/admin/search">
            <input type="hidden" name="intent" value={done.done === "added" ? "remove" : "add"} />
            <GroupFields group={done.terms} />
            <button type="submit" className={quiet.button}>
              {t("admin.done.undo")}
            </button>
          </form>
        </div>
      )}
    </>
  );
}
