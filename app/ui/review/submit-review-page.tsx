import type { Consents } from "~/domain/reviews/review";
import type { Rubric } from "~/domain/reviews/rubric";
import { Form } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { StillMissing } from "~/ui/form/still-missing";
import { useTranslation } from "~/ui/translation";
import { ConsentFields, useConsentLabels } from "./consent-fields";
import { reviewLabels } from "./review-labels";
import { TaskFrame, type TaskHead } from "./task-frame";

interface SubmitReviewProps {
  head: TaskHead;
  rubric: Rubric;
  missing: string[];
  consents: Consents;
  /** Names were promised to stay hidden: a review cannot be signed. */
  maySign: boolean;
  refused?: Refused;
}

/** What is still needed, what the reviewer agrees to, and the way out: after it the review cannot be changed. */
export function SubmitReviewPage({ head, rubric, missing, consents, maySign, refused }: SubmitReviewProps) {
  const { t } = useTranslation();
  const labels = reviewLabels(t, rubric);
  const links = Object.fromEntries(missing.map((name) => [name, `/reviews/${head.id}#review-${name}`]));
  const consentLabels = useConsentLabels();
  return (
    <TaskFrame head={head} page="submit" lead={t("reviewing.submitLead")}>
      <Form
        id="submit-review"
        labels={{ ...labels, ...consentLabels }}
        links={links}
        refused={refused}
        submit={t("reviewing.submit")}
      >
        <StillMissing names={missing} labels={labels} links={links} />
        <ConsentFields consents={consents} maySign={maySign} />
      </Form>
    </TaskFrame>
  );
}
