import type { RequestedChange } from "~/domain/reviews/review";
import { longestResponse } from "~/domain/reviews/reviewing-forms";
import contribution from "~/ui/contribution/contribution.module.css";
import { ContributionFrame, type ContributionHead } from "~/ui/contribution/contribution-frame";
import { TextAreaField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import type { FieldError, Refused } from "~/ui/form/read-form";
import { Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import { RequestWords } from "./request-list";
import styles from "./review.module.css";

interface AnswerProps {
  head: ContributionHead;
  changes: RequestedChange[];
  saved: boolean;
  refused?: Refused;
}

/** What the field of an answer is called in the form. */
export const responseName = (id: string): string => `response.${id}`;

/** Each requested change with its answer; then, all goes back to the reviewers. */
export function AnswerPage({ head, changes, saved, refused }: AnswerProps) {
  const { t } = useTranslation();
  const labels = Object.fromEntries(
    changes.map((change, index) => [responseName(change.id), t("reviewing.answerTo", { number: index + 1 })]),
  );
  return (
    <ContributionFrame head={head} page="review" lead={t("reviewing.answerLead", { max: longestResponse })}>
      {saved && !refused && (
        <p role="status" className={contribution.notice}>
          {t("reviewing.saved")}
        </p>
      )}
      <p>
        <a href={`/contributions/${head.id}/edit`}>{t("reviewing.goWrite")}</a>
      </p>
      {changes.length === 0 && <p>{t("reviewing.noChanges")}</p>}
      {changes.length > 0 && (
        <Form id="responses" labels={labels} refused={refused} submit={t("editor.save")} wide>
          {changes.map((change) => (
            <div key={change.id} className={styles.request} data-kind={change.kind}>
              <RequestWords change={change} />
              <TextAreaField
                name={responseName(change.id)}
                rows={4}
                value={change.response}
                optional={change.kind !== "critical"}
              />
            </div>
          ))}
        </Form>
      )}
      <Part id="resubmit" title={t("reviewing.resubmit")} lead={t("reviewing.resubmitLead")}>
        <Form
          id="resubmit"
          labels={labels}
          refused={refused}
          links={resubmitLinks(head.id, refused)}
          submit={t("reviewing.resubmit")}
        />
      </Part>
    </ContributionFrame>
  );
}

/** An answer that is missing stands in the form above; a field of the text on the page where it is written. */
const resubmitLinks = (id: string, refused: Refused | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.keys(refused?.errors ?? ({} as Record<string, FieldError>)).map((name) => [
      name,
      name.startsWith("response.") ? `#responses-${name}` : `/contributions/${id}/edit#edit-${name}`,
    ]),
  );
