import type { FieldName } from "~/domain/contributions/contribution-fields";
import type { AttachedChange } from "~/domain/reviews/compare-attached";
import type { RequestedChange } from "~/domain/reviews/review";
import { DiffText } from "~/ui/contribution/diff-text";
import { Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import { RequestList } from "./request-list";
import styles from "./review.module.css";
import { TaskFrame, type TaskHead } from "./task-frame";

interface ChangedProps {
  head: TaskHead;
  changes: RequestedChange[];
  fields: { name: FieldName; before: string; after: string }[];
  attached: AttachedChange[];
}

/** What the authors answered, and what they changed since the last round: each field word by word, links and files. */
export function ChangedPage({ head, changes, fields, attached }: ChangedProps) {
  const { t } = useTranslation();
  return (
    <TaskFrame head={head} page="changed" lead={t("reviewing.changedLead")}>
      <Part id="answers" title={t("reviewing.answers")}>
        {changes.length === 0 ? <p>{t("reviewing.noChanges")}</p> : <RequestList changes={changes} answered />}
      </Part>
      <Part id="texts" title={t("reviewing.changedTexts")}>
        {fields.length === 0 && <p>{t("reviewing.nothingChanged")}</p>}
        {fields.map(({ name, before, after }) => (
          <section key={name} aria-labelledby={`field-${name}`}>
            <h3 id={`field-${name}`}>{t(`template.${name}.label`)}</h3>
            <DiffText before={before} after={after} language={head.language} />
          </section>
        ))}
      </Part>
      <Part id="attached" title={t("reviewedFiles.changes")}>
        {attached.length === 0 && <p>{t("reviewedFiles.same")}</p>}
        {attached.length > 0 && (
          <ul className={styles.requests}>
            {attached.map(({ change, label, before, after }) => (
              <li key={`${change} ${label}`} className={styles.request}>
                <p>
                  <span className={styles.tag}>{t(`reviewedFiles.change.${change}`)}</span> {label}
                </p>
                {change === "changed" ? (
                  <DiffText before={before} after={after} language={head.language} />
                ) : (
                  <p lang={head.language} className={styles.words}>
                    {before || after}
                  </p>
                )}
              </li>
            ))}
          </ul>
        )}
      </Part>
    </TaskFrame>
  );
}
