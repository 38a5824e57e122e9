import type { Rubric } from "~/domain/reviews/rubric";
import type { SharedReview } from "~/domain/reviews/shared-view";
import { ContributionFrame, type ContributionHead } from "~/ui/contribution/contribution-frame";
import { SelectField } from "~/ui/form/choice-fields";
import { TextAreaField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import { reviewTitle } from "./coordinator-page";
import { ReviewView } from "./review-view";
import { SeenFields } from "./seen-fields";

export interface DecideProps {
  head: ContributionHead;
  round: number;
  needed: number;
  reviews: SharedReview[];
  rubric: Rubric;
  refused?: Refused;
}

/** All reviews of a round, and the decision that ends it. */
export function DecidePage({ head, round, needed, reviews, rubric, refused }: DecideProps) {
  const { t } = useTranslation();
  return (
    <ContributionFrame
      head={head}
      page="review"
      lead={`${t("reviewing.round", { number: round })}. ${t("reviewing.reviewsIn", { count: reviews.length, needed })}`}
    >
      {reviews.map((review) => (
        <ReviewView key={review.id} review={review} rubric={rubric} title={reviewTitle(t, review)} level={2} />
      ))}
      <Part id="decision" title={t("reviewing.decide")} lead={t("reviewing.decideLead")}>
        {reviews.length < needed && <p>{t("reviewing.notYet")}</p>}
        <Form
          id="decide"
          labels={{ verb: t("reviewing.decision"), reason: t("reviewing.reasonForAuthors") }}
          refused={refused}
          submit={t("reviewing.decideNow")}
        >
          <SeenFields status={head.status} round={String(round)} />
          <SelectField
            name="verb"
            choices={(["request-changes", "accept", "decline"] as const).map((value) => ({
              value,
              label: t(`decide.${value}`),
            }))}
          />
          <TextAreaField name="reason" rows={6} hint={t("reviewing.reasonHint")} />
        </Form>
      </Part>
    </ContributionFrame>
  );
}
