import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import type { Closed } from "~/domain/administrators/administrator-gate.server";
import { ErrorPage } from "~/ui/layout/error-page";
import { Page } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";

const reasons: readonly Closed[] = ["not-set-up", "password", "too-many"];

/** What somebody sees who is kept out of the administrators' pages. */
export function ClosedPage() {
  const { t } = useTranslation();
  const error = useRouteError();
  const reason = isRouteErrorResponse(error) && reasons.find((known) => known === error.data);
  if (!reason) return <ErrorPage />;
  return (
    <Page title={t(`admin.closed.${reason}.title`)} lead={t(`admin.closed.${reason}.lead`)}>
      <p>
        <a href="/">{t("error.home")}</a>
      </p>
    </Page>
  );
}
