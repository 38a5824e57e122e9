import type { Consents } from "~/domain/reviews/review";
import type { Rubric } from "~/domain/reviews/rubric";
import type { SharedReview } from "~/domain/reviews/shared-view";
import { Form } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import type { DecisionVerb } from "~db/schema/review";
import { ConsentFields, useConsentLabels } from "./consent-fields";
import { ReviewView } from "./review-view";
import { TaskFrame, type TaskHead } from "./task-frame";

export interface WrittenReviewProps {
  head: TaskHead;
  rubric: Rubric;
  review: SharedReview;
  consents: Consents;
  maySign: boolean;
  decision: DecisionVerb | null;
  refused?: Refused;
}

/** One's own review after it was sent: what it says, what became of it, and what one agrees to. */
export function WrittenReviewPage({ head, rubric, review, consents, maySign, decision, refused }: WrittenReviewProps) {
  const { t } = useTranslation();
  return (
    <TaskFrame head={head} page="review" lead={t("reviewing.sent")}>
      <p role="status">{decision ? t(`decision.${decision}`) : t("reviewing.undecided")}</p>
      <ReviewView review={review} rubric={rubric} title={t("reviewing.yourReview")} level={2} />
      <Part id="consents" title={t("reviewing.consents")}>
        <Form id="consents" labels={useConsentLabels()} refused={refused} submit={t("editor.save")}>
          <ConsentFields consents={consents} maySign={maySign} />
        </Form>
      </Part>
    </TaskFrame>
  );
}
