import type { Decision } from "~/domain/reviews/review";
import type { Rubric } from "~/domain/reviews/rubric";
import type { SharedReview } from "~/domain/reviews/shared-view";
import contribution from "~/ui/contribution/contribution.module.css";
import { ContributionFrame, type ContributionHead } from "~/ui/contribution/contribution-frame";
import { CheckboxField } from "~/ui/form/choice-fields";
import { Form } from "~/ui/form/form";
import { Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import type { Anonymity } from "~db/schema/membership";
import { reviewTitle } from "./coordinator-page";
import { DecisionList } from "./decision-list";
import { ReviewView } from "./review-view";

export interface AuthorRound {
  number: number;
  anonymity: Anonymity;
  reviews: SharedReview[];
  rubric: Rubric;
}

export interface AuthorReviewProps {
  head: ContributionHead;
  /** Those that were decided: before, authors read nothing. */
  rounds: AuthorRound[];
  decisions: Decision[];
  /** Null: not said yet. */
  publishes: boolean | null;
  done: boolean;
}

/** What was decided on one's work and why, what reviewers wrote, and what comes next. */
export function AuthorReviewPage({ head, rounds, decisions, publishes, done }: AuthorReviewProps) {
  const { t } = useTranslation();
  return (
    <ContributionFrame head={head} page="review" lead={t(`reviewing.standsForAuthors.${head.status}`)}>
      {done && (
        <p role="status" className={contribution.notice}>
          {t("reviewing.saved")}
        </p>
      )}
      {decisions.length === 0 && <p>{t("reviewing.noDecision")}</p>}
      <DecisionList decisions={decisions} />
      {head.status === "changes-requested" && (
        <p className={contribution.buttons}>
          <a href={`/contributions/${head.id}/review/answer`}>{t("reviewing.goAnswer")}</a>
          <a href={`/contributions/${head.id}/edit`}>{t("reviewing.goWrite")}</a>
        </p>
      )}
      {head.status === "declined" && <Form id="reopen" labels={{}} submit={t("reviewing.reopen")} />}
      {rounds.map((round) => (
        <Part
          key={round.number}
          id={`round-${round.number}`}
          title={t("reviewing.round", { number: round.number })}
          lead={t(`network.anonymity.${round.anonymity}`)}
        >
          {round.reviews.map((review) => (
            <ReviewView key={review.id} review={review} rubric={round.rubric} title={reviewTitle(t, review)} answered />
          ))}
        </Part>
      ))}
      <Part id="publish" title={t("reviewing.publishTitle")} lead={t("reviewing.publishLead")}>
        <Form id="agree" labels={{ publishes: t("reviewing.publishes") }} submit={t("editor.save")}>
          <CheckboxField name="publishes" checked={publishes ?? false} />
        </Form>
      </Part>
    </ContributionFrame>
  );
}
