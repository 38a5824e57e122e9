import type { FieldName } from "~/domain/contributions/contribution-fields";
import type { RequestedChange } from "~/domain/reviews/review";
import { DiffText } from "~/ui/contribution/diff-text";
import { Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import { RequestList } from "./request-list";
import { TaskFrame, type TaskHead } from "./task-frame";

interface ChangedProps {
  head: TaskHead;
  changes: RequestedChange[];
  fields: { name: FieldName; before: string; after: string }[];
}

/** What the authors answered, and each field that they changed since the last round, word by word. */
export function ChangedPage({ head, changes, fields }: ChangedProps) {
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
    </TaskFrame>
  );
}
