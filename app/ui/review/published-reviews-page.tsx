import type { PublishedRound } from "~/domain/reviews/published-review-queries.server";
import { formatDate } from "~/ui/format-date";
import { Page, Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import { ReviewView } from "./review-view";

interface PublishedReviewsProps {
  entry: { title: string; path: string; language: string };
  rounds: PublishedRound[];
}

/** The reviews of a published work, as far as all sides agreed to show them. */
export function PublishedReviewsPage({ entry, rounds }: PublishedReviewsProps) {
  const { t, language } = useTranslation();
  return (
    <Page
      title={t("publishedReviews.title")}
      eyebrow={<span lang={entry.language}>{entry.title}</span>}
      lead={t("publishedReviews.lead")}
      crumbs={[{ name: entry.title, to: entry.path }, { name: t("publishedReviews.title") }]}
    >
      {rounds.map((round) => (
        <Part
          key={`${round.number} ${round.closedAt}`}
          id={`round-${round.closedAt}`}
          title={t("reviewing.round", { number: round.number })}
          lead={t("publishedReviews.decided", { date: formatDate(round.closedAt, language) })}
        >
          {round.reviews.map((review) => (
            <ReviewView
              key={review.id}
              review={review}
              rubric={round.rubric}
              title={[t("reviewing.reviewNumber", { number: review.number }), ...review.names].join(" · ")}
              answered
            />
          ))}
        </Part>
      ))}
    </Page>
  );
}
