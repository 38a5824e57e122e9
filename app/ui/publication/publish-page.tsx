import type { LastEvent } from "~/domain/audit/audit-queries.server";
import { ContributionFrame, type ContributionHead } from "~/ui/contribution/contribution-frame";
import { TextAreaField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { DoneNotice } from "~/ui/layout/notice";
import { useTranslation } from "~/ui/translation";
import { Decided } from "./decided";

export interface PublishPageProps {
  head: ContributionHead;
  /** Its note may not be left out. */
  isNext: boolean;
  published: { path: string; number: number } | null;
  last: LastEvent | null;
  refused?: Refused;
}

/** The last step before everyone can read it. */
export function PublishPage({ head, isNext, published, last, refused }: PublishPageProps) {
  const { t } = useTranslation();
  return (
    <ContributionFrame head={head} page="publish" lead={t("publishing.lead")}>
      {head.status === "accepted" || refused ? (
        <Form id="publish" labels={{ note: t("publishing.note") }} refused={refused} submit={t("publishing.submit")}>
          <TextAreaField name="note" rows={3} hint={t("publishing.noteHint")} optional={!isNext} />
        </Form>
      ) : (
        <DoneNotice>{t("publishing.published")}</DoneNotice>
      )}
      {published && (
        <p>
          <a href={`${published.path}/v${published.number}`}>{t("publishing.read", { number: published.number })}</a>
        </p>
      )}
      <Decided last={last} />
    </ContributionFrame>
  );
}
