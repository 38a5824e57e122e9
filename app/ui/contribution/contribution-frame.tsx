import type { ReactNode } from "react";
import type { Contribution } from "~/domain/contributions/contribution";
import { Page } from "~/ui/layout/page";
import { PageTabs } from "~/ui/layout/page-tabs";
import { useTranslation } from "~/ui/translation";

/** What the frame of each page of a contribution knows of it. */
export interface ContributionHead extends Pick<Contribution, "id" | "kind" | "status"> {
  title: string;
  language: string;
  /** The pages that the reader may open. */
  pages: ContributionPageName[];
}

export type ContributionPageName =
  | "write"
  | "links"
  | "files"
  | "preview"
  | "history"
  | "authors"
  | "factCheck"
  | "submit"
  | "review"
  | "discussion"
  | "publish"
  | "revise"
  | "retire";

const paths: Record<ContributionPageName, string> = {
  write: "/edit",
  links: "/links",
  files: "/files",
  preview: "",
  history: "/history",
  authors: "/authors",
  factCheck: "/fact-check",
  submit: "/submit",
  review: "/review",
  discussion: "/discussion",
  publish: "/publish",
  revise: "/revise",
  retire: "/retire",
};

interface FrameProps {
  head: ContributionHead;
  page: ContributionPageName;
  lead?: ReactNode;
  leadLanguage?: string;
  aside?: ReactNode;
  children: ReactNode;
}

/** The frame of a contribution's pages: its title, where it stands, and its other pages. */
export function ContributionFrame({ head, page, lead, leadLanguage, aside, children }: FrameProps) {
  const { t } = useTranslation();
  const title = head.title || t("contribution.untitled");
  return (
    <Page
      title={title}
      titleLanguage={head.title ? head.language : undefined}
      eyebrow={`${t(`kind.${head.kind}`)} · ${t(`contributionStatus.${head.status}`)}`}
      lead={lead}
      leadLanguage={leadLanguage}
      crumbs={[{ name: t("desk.title"), to: "/desk" }, { name: title }]}
      aside={aside}
    >
      <PageTabs
        label={t("contribution.pages")}
        tabs={head.pages.map((name) => ({
          name: t(`contribution.${name}`),
          to: `/contributions/${head.id}${paths[name]}`,
          current: name === page ? "page" : undefined,
        }))}
      />
      {children}
    </Page>
  );
}
