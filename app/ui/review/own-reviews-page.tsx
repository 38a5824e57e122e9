import { formatDate } from "~/ui/format-date";
import { Line, LineList } from "~/ui/layout/line-list";
import { Page, Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import type { ContributionKind } from "~db/schema/contribution";
import type { AssignmentState } from "~db/schema/review";

/** A review that somebody was asked for, as a line of their list. */
export interface OwnReviewLine {
  id: string;
  title: string;
  language: string;
  kind: ContributionKind;
  network: string;
  round: number;
  state: AssignmentState;
  dueOn: string;
  overdue: boolean;
}

interface OwnReviewsProps {
  reviews: OwnReviewLine[];
  /** Years for which there is a certificate. */
  years: number[];
}

export function OwnReviewsPage({ reviews, years }: OwnReviewsProps) {
  const { t } = useTranslation();
  const of = (...states: AssignmentState[]) => reviews.filter(({ state }) => states.includes(state));
  const waiting = of("invited", "accepted");
  const done = of("submitted", "thanked");
  const past = of("declined", "cancelled", "replaced");
  return (
    <Page title={t("reviewing.title")} lead={t("reviewing.lead")} crumbs={[{ name: t("reviewing.title") }]}>
      <Part id="waiting" title={t("reviewing.waiting")}>
        {waiting.length === 0 && <p>{t("reviewing.nothingWaits")}</p>}
        <ReviewLines reviews={waiting} />
      </Part>
      {done.length > 0 && (
        <Part id="done" title={t("reviewing.done")}>
          <ReviewLines reviews={done} />
        </Part>
      )}
      {years.length > 0 && (
        <Part id="certificates" title={t("reviewing.certificates")} lead={t("reviewing.certificatesLead")}>
          <ul>
            {years.map((year) => (
              <li key={year}>
                <a href={`/reviews/certificate/${year}.pdf`}>{t("reviewing.certificateOf", { year })}</a>
              </li>
            ))}
          </ul>
          <p>
            <a href="/reviewers">{t("reviewing.publicList")}</a>
          </p>
        </Part>
      )}
      {past.length > 0 && (
        <Part id="past" title={t("reviewing.past")}>
          <ReviewLines reviews={past} />
        </Part>
      )}
    </Page>
  );
}

function ReviewLines({ reviews }: { reviews: OwnReviewLine[] }) {
  const { t, language } = useTranslation();
  if (reviews.length === 0) return null;
  return (
    <LineList>
      {reviews.map((review) => (
        <Line
          key={review.id}
          title={
            <a href={`/reviews/${review.id}`} lang={review.title ? review.language : undefined}>
              {review.title || t("contribution.untitled")}
            </a>
          }
          details={[
            [t(`kind.${review.kind}`), review.network, t("reviewing.round", { number: review.round })].join(" · "),
            [
              t(`assignmentState.${review.state}`),
              (review.state === "invited" || review.state === "accepted") &&
                t("reviewing.dueOn", { date: formatDate(review.dueOn, language) }),
              review.overdue && t("reviewing.overdue"),
            ]
              .filter(Boolean)
              .join(" · "),
          ]}
        />
      ))}
    </LineList>
  );
}
