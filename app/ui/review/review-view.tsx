import { Fragment } from "react";
import type { Rubric } from "~/domain/reviews/rubric";
import type { SharedReview } from "~/domain/reviews/shared-view";
import { useTranslation } from "~/ui/translation";
import { RequestList } from "./request-list";
import styles from "./review.module.css";
import { criterionTexts } from "./rubric-texts";

interface ReviewViewProps {
  review: SharedReview;
  rubric: Rubric;
  title: string;
  answered?: boolean;
  /** Of its heading: 3 within a part of a page. */
  level?: 2 | 3;
}

/** A review to read: scores with what they mean, comments, strengths, and the changes that it asks for. */
export function ReviewView({ review, rubric, title, answered, level = 3 }: ReviewViewProps) {
  const { t } = useTranslation();
  const [Heading, Below] = level === 2 ? (["h2", "h3"] as const) : (["h3", "h4"] as const);
  return (
    <article className={styles.review} aria-label={title}>
      <Heading>{title}</Heading>
      {review.recommendation && (
        <p className={styles.tag}>
          {t("reviewing.recommends")} {t(`recommendation.${review.recommendation}`)}
        </p>
      )}
      <dl className={styles.scores}>
        {rubric.criteria.map((criterion) => {
          const { title: name, anchors } = criterionTexts(t, criterion);
          const score = review.scores[criterion.key];
          const comment = review.comments[criterion.key];
          return (
            <Fragment key={criterion.key}>
              <dt lang={rubric.language ?? undefined}>{name}</dt>
              <dd>
                {score && (
                  <span lang={rubric.language ?? undefined}>
                    {t("reviewing.ofFive", { score })} – {anchors[score - 1]}
                  </span>
                )}
                {comment && `\n${comment}`}
              </dd>
            </Fragment>
          );
        })}
        {review.strengths && (
          <>
            <dt>{t("reviewing.field.strengths")}</dt>
            <dd>{review.strengths}</dd>
          </>
        )}
        {review.confidential && (
          <>
            <dt>{t("reviewing.field.confidential")}</dt>
            <dd>{review.confidential}</dd>
          </>
        )}
      </dl>
      {review.changes.length > 0 && (
        <>
          <Below>{t("reviewing.field.changes")}</Below>
          <RequestList changes={review.changes} answered={answered} />
        </>
      )}
    </article>
  );
}
