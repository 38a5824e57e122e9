import type { Step } from "~/domain/contributions/change-steps";
import type { FieldName } from "~/domain/contributions/contribution-fields";
import { readableValue } from "~/domain/contributions/field-value";
import type { TemplateTerms } from "~/domain/contributions/template-terms";
import quiet from "~/ui/form/quiet-button.module.css";
import { formatMoment } from "~/ui/format-date";
import { useTranslation } from "~/ui/translation";
import type from "~/ui/type.module.css";
import styles from "./contribution.module.css";
import { ContributionFrame, type ContributionHead } from "./contribution-frame";
import { DiffText } from "./diff-text";
import { valueLabel } from "./value-label";

interface HistoryProps {
  head: ContributionHead;
  steps: Step[];
  /** The revision after which older steps follow on the next page. */
  older: number | null;
  /** The revision of each field as it stands. */
  standing: Partial<Record<FieldName, number>>;
  mayRestore: boolean;
  restored: boolean;
  conflict: boolean;
  terms: TemplateTerms;
}

/** What was changed, by whom, word by word; each earlier value can be restored. */
export function HistoryPage({ head, steps, older, restored, conflict, ...rest }: HistoryProps) {
  const { t } = useTranslation();
  return (
    <ContributionFrame head={head} page="history" lead={t("contribution.historyLead")}>
      <div role="status" className={styles.notice}>
        {conflict ? t("contribution.restoreConflict") : restored && t("contribution.restored")}
      </div>
      {steps.length === 0 && <p>{t("contribution.historyEmpty")}</p>}
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step.revision} className={styles.step}>
            <HistoryStep step={step} language={head.language} {...rest} />
          </li>
        ))}
      </ol>
      {older !== null && (
        <p>
          <a href={`?before=${older}`}>{t("contribution.older")}</a>
        </p>
      )}
    </ContributionFrame>
  );
}

type StepProps = Pick<HistoryProps, "standing" | "mayRestore" | "terms"> & { step: Step; language: string };

function HistoryStep({ step, standing, mayRestore, terms, language: content }: StepProps) {
  const { t, language } = useTranslation();
  const { field, before, after, revision, previous, by, at } = step;
  const readable = (value: string) =>
    readableValue(field, value, (code) => valueLabel(t, language, terms, field, code));
  const stands = standing[field] === revision;
  const name = t(`template.${field}.label`);
  return (
    <>
      <h2>{name}</h2>
      <p className={type.small}>
        {by ?? t("contribution.someone")} · <time dateTime={at}>{formatMoment(at, language)}</time>
      </p>
      <DiffText before={readable(before)} after={readable(after)} language={content} />
      {stands && <p className={type.small}>{t("contribution.stood")}</p>}
      {mayRestore && (
        <div className={styles.buttons}>
          {!stands && (
            <Restore field={field} revision={revision} base={standing[field]} text="restoreThis" name={name} />
          )}
          {stands && <Restore field={field} revision={previous} base={revision} text="undo" name={name} />}
        </div>
      )}
    </>
  );
}

interface RestoreProps {
  field: FieldName;
  revision: number;
  base: number | undefined;
  text: "restoreThis" | "undo";
  name: string;
}

function Restore({ field, revision, base, text, name }: RestoreProps) {
  const { t } = useTranslation();
  return (
    <form method="post">
      <input type="hidden" name="field" value={field} />
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="base" value={base} />
      <button type="submit" className={quiet.button}>
        {t(`contribution.${text}`)}
        <span className={type.visuallyHidden}> ({name})</span>
      </button>
    </form>
  );
}
