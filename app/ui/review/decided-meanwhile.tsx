import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import contribution from "~/ui/contribution/contribution.module.css";
import { SendingError } from "~/ui/contribution/session-ended-page";
import { formatMoment } from "~/ui/format-date";
import { Page } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import type { ContributionStatus } from "~db/schema/contribution";

interface Meanwhile {
  status: ContributionStatus;
  by: string | null;
  at: string | null;
  typed: string;
  path: string;
}

const isMeanwhile = (data: unknown): data is { decidedMeanwhile: Meanwhile } =>
  typeof data === "object" && data !== null && "decidedMeanwhile" in data;

/** What went wrong where somebody decides: when another was faster, who that was, with all that was typed. */
export function DecidingError() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 409 && isMeanwhile(error.data))
    return <DecidedMeanwhile {...error.data.decidedMeanwhile} />;
  return <SendingError />;
}

function DecidedMeanwhile({ status, by, at, typed, path }: Meanwhile) {
  const { t, language } = useTranslation();
  const title = t("reviewing.meanwhile");
  return (
    <Page title={title} crumbs={[{ name: title }]}>
      <p>{t("reviewing.meanwhileStands", { status: t(`contributionStatus.${status}`) })}</p>
      {at && (
        <p>{t("reviewing.decidedBy", { name: by ?? t("contribution.someone"), time: formatMoment(at, language) })}</p>
      )}
      {typed && (
        <>
          <h2>{t("editor.whatYouTyped")}</h2>
          <p className={contribution.theirs}>{typed}</p>
        </>
      )}
      {status !== "draft" && (
        <p>
          <a href={path}>{t("reviewing.seeWhatStands")}</a>
        </p>
      )}
    </Page>
  );
}
