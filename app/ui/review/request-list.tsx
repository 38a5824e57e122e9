import type { RequestedChange } from "~/domain/reviews/review";
import { useTranslation } from "~/ui/translation";
import styles from "./review.module.css";

interface RequestListProps {
  changes: readonly RequestedChange[];
  /** Show what was answered, or that nothing was. */
  answered?: boolean;
}

/** Requested changes, those that are critical first, each with the field that it is about. */
export function RequestList({ changes, answered }: RequestListProps) {
  return (
    <ul className={styles.requests}>
      {changes.map((change) => (
        <li key={change.id} className={styles.request} data-kind={change.kind}>
          <RequestWords change={change} />
          {answered && <Answer text={change.response} />}
        </li>
      ))}
    </ul>
  );
}

export function RequestWords({ change }: { change: RequestedChange }) {
  const { t } = useTranslation();
  return (
    <>
      <p className={styles.tag}>
        {t(`changeKind.${change.kind}`)} ·{" "}
        {change.field ? t(`template.${change.field}.label`) : t("reviewing.wholeText")}
      </p>
      <p className={styles.words}>{change.text}</p>
    </>
  );
}

function Answer({ text }: { text: string }) {
  const { t } = useTranslation();
  return (
    <p className={styles.words}>
      <strong>{t("reviewing.answer")}</strong> {text || t("reviewing.noAnswer")}
    </p>
  );
}
