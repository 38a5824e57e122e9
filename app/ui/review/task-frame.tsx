import type { ReactNode } from "react";
import { formatDate } from "~/ui/format-date";
import { Page } from "~/ui/layout/page";
import { PageTabs } from "~/ui/layout/page-tabs";
import { useTranslation } from "~/ui/translation";
import type { ContributionKind } from "~db/schema/contribution";
import type { AssignmentState, ReviewerPart } from "~db/schema/review";

const paths = { review: "", text: "/text", changed: "/changed", submit: "/submit" } as const;
export type TaskPage = keyof typeof paths;

/** What each of a reviewer's pages knows of what they review. */
export interface TaskHead {
  id: string;
  title: string;
  /** Of the title and the text. */
  language: string;
  kind: ContributionKind;
  state: AssignmentState;
  part: ReviewerPart;
  round: number;
  dueOn: string;
  /** The pages that the reviewer may open. */
  pages: TaskPage[];
  /** Where it is talked about with its authors; null: the reviewer has not said yes. */
  discussion: string | null;
}

interface FrameProps {
  head: TaskHead;
  page: TaskPage;
  lead?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}

/** The frame of the pages where somebody reviews. */
export function TaskFrame({ head, page, lead, aside, children }: FrameProps) {
  const { t, language } = useTranslation();
  const open = head.state === "invited" || head.state === "accepted";
  return (
    <Page
      title={head.title || t("contribution.untitled")}
      titleLanguage={head.title ? head.language : undefined}
      eyebrow={[
        t(`kind.${head.kind}`),
        t("reviewing.round", { number: head.round }),
        t(`assignmentState.${head.state}`),
        open && t("reviewing.dueOn", { date: formatDate(head.dueOn, language) }),
      ]
        .filter(Boolean)
        .join(" · ")}
      lead={lead}
      crumbs={[{ name: t("reviewing.title"), to: "/reviews" }, { name: head.title || t("contribution.untitled") }]}
      aside={aside}
    >
      {head.pages.length > 1 && (
        <PageTabs
          label={t("reviewing.pages")}
          tabs={[
            ...head.pages.map((name) => ({
              name: t(`reviewing.page.${name}`),
              to: `/reviews/${head.id}${paths[name]}`,
              current: name === page ? ("page" as const) : undefined,
            })),
            ...(head.discussion ? [{ name: t("contribution.discussion"), to: head.discussion }] : []),
          ]}
        />
      )}
      {children}
    </Page>
  );
}
