import type { FieldName } from "~/domain/contributions/contribution-fields";
import type { Decision } from "~/domain/reviews/review";
import type { Rubric } from "~/domain/reviews/rubric";
import type { SharedReview } from "~/domain/reviews/shared-view";
import contribution from "~/ui/contribution/contribution.module.css";
import { ContributionFrame, type ContributionHead } from "~/ui/contribution/contribution-frame";
import { FormErrors } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { formatDate } from "~/ui/format-date";
import { Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import type { Anonymity } from "~db/schema/membership";
import { type AssignmentLine, AssignmentLines } from "./assignment-lines";
import { DecisionList } from "./decision-list";
import { ReviewView } from "./review-view";
import { SubmittedForms } from "./submitted-forms";

export interface RoundView {
  id: string;
  number: number;
  openedAt: string;
  closed: boolean;
  anonymity: Anonymity;
  needed: number;
  assignments: AssignmentLine[];
  reviews: SharedReview[];
  rubric: Rubric;
}

export interface CoordinatorProps {
  head: ContributionHead;
  /** How complete the text is, of a hundred. */
  percent: number;
  missing: FieldName[];
  rounds: RoundView[];
  decisions: Decision[];
  mayAcceptUnreviewed: boolean;
  done: boolean;
  refused?: Refused;
}

/** Where a contribution stands in its review, and all that a coordinator can do about it. */
export function CoordinatorPage(props: CoordinatorProps) {
  const { head, percent, missing, rounds, decisions, mayAcceptUnreviewed, done, refused } = props;
  const { t } = useTranslation();
  const seen = { status: head.status, round: String(rounds[0]?.number ?? 0) };
  return (
    <ContributionFrame head={head} page="review" lead={t(`reviewing.stands.${head.status}`)}>
      {done && !refused && (
        <p role="status" className={contribution.notice}>
          {t("reviewing.saved")}
        </p>
      )}
      {["cancel", "remind", "thank"].map((form) => (
        <FormErrors key={form} id={form} labels={{}} refused={refused} />
      ))}
      <DecisionList decisions={decisions} />
      {head.status === "submitted" && (
        <SubmittedForms
          seen={seen}
          percent={percent}
          missing={missing}
          mayAcceptUnreviewed={mayAcceptUnreviewed}
          refused={refused}
        />
      )}
      {rounds.map((round) => (
        <RoundPart key={round.id} round={round} head={head} />
      ))}
    </ContributionFrame>
  );
}

function RoundPart({ round, head }: { round: RoundView; head: ContributionHead }) {
  const { t, language } = useTranslation();
  const path = `/contributions/${head.id}/review`;
  const complete = round.reviews.length >= round.needed;
  return (
    <Part
      id={`round-${round.number}`}
      title={t("reviewing.round", { number: round.number })}
      lead={`${t("reviewing.openedOn", { date: formatDate(round.openedAt, language) })} ${t(`network.anonymity.${round.anonymity}`)}`}
    >
      <p>{t("reviewing.reviewsIn", { count: round.reviews.length, needed: round.needed })}</p>
      {round.assignments.length === 0 && <p>{t("reviewing.nobodyAsked")}</p>}
      <AssignmentLines assignments={round.assignments} path={path} open={!round.closed} />
      {!round.closed && (
        <p className={contribution.buttons}>
          <a href={`${path}/reviewers`}>{t("reviewing.invite")}</a>
          {complete ? <a href={`${path}/decide`}>{t("reviewing.decide")}</a> : <span>{t("reviewing.notYet")}</span>}
        </p>
      )}
      {round.reviews.map((review) => (
        <details key={review.id}>
          <summary>{reviewTitle(t, review)}</summary>
          <ReviewView review={review} rubric={round.rubric} title={reviewTitle(t, review)} answered={round.closed} />
        </details>
      ))}
    </Part>
  );
}

/** By its number, and by the names that may be known. */
export const reviewTitle = (t: ReturnType<typeof useTranslation>["t"], { number, names }: SharedReview): string =>
  [t("reviewing.reviewNumber", { number }), ...names].join(" · ");
