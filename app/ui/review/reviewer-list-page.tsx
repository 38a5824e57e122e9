import type { ListedReviewer } from "~/domain/reviews/reviewer-list-queries.server";
import { Line, LineList } from "~/ui/layout/line-list";
import { Page } from "~/ui/layout/page";
import { PageTabs } from "~/ui/layout/page-tabs";
import { useTranslation } from "~/ui/translation";

interface ReviewerListProps {
  year: number;
  years: number[];
  reviewers: ListedReviewer[];
}

/** Who has reviewed in a year: those who agreed to stand here. */
export function ReviewerListPage({ year, years, reviewers }: ReviewerListProps) {
  const { t } = useTranslation();
  return (
    <Page
      title={t("reviewerList.title", { year })}
      lead={t("reviewerList.lead")}
      crumbs={[{ name: t("reviewerList.title", { year }) }]}
    >
      {years.length > 1 && (
        <PageTabs
          label={t("reviewerList.years")}
          tabs={years.map((one) => ({
            name: String(one),
            to: `/reviewers/${one}`,
            current: one === year ? "page" : undefined,
          }))}
        />
      )}
      {reviewers.length === 0 && <p>{t("reviewerList.none")}</p>}
      {reviewers.length > 0 && (
        <LineList>
          {reviewers.map(({ name, orcid, profileId, reviews }) => (
            <Line
              key={`${name} ${orcid}`}
              title={profileId ? <a href={`/people/${profileId}`}>{name}</a> : name}
              details={[
                t("reviewerList.reviews", { count: reviews }),
                orcid && <a href={`https://orcid.org/${orcid}`}>{`ORCID ${orcid}`}</a>,
              ]}
            />
          ))}
        </LineList>
      )}
    </Page>
  );
}
