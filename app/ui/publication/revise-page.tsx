import { ContributionFrame, type ContributionHead } from "~/ui/contribution/contribution-frame";
import { Form } from "~/ui/form/form";
import { useTranslation } from "~/ui/translation";
import type { ContributionStatus } from "~db/schema/contribution";

interface RevisePageProps {
  head: ContributionHead;
  open: { id: string | null; status: ContributionStatus } | null;
  /** Whoever begins it is none of its authors. */
  corrects: boolean;
}

/** Begins the next version, or leads to the one that is under way. */
export function RevisePage({ head, open, corrects }: RevisePageProps) {
  const { t } = useTranslation();
  return (
    <ContributionFrame head={head} page="revise" lead={t("publishing.reviseLead")}>
      {open ? (
        <>
          <p role="status">{t("publishing.open", { status: t(`contributionStatus.${open.status}`) })}</p>
          {open.id && (
            <p>
              <a href={`/contributions/${open.id}`}>{t("publishing.goOn")}</a>
            </p>
          )}
        </>
      ) : (
        <>
          {corrects && <p>{t("publishing.coordinatorNote")}</p>}
          <Form id="revise" labels={{}} submit={t("publishing.start")} />
        </>
      )}
    </ContributionFrame>
  );
}
