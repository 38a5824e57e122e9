import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { isTyped } from "~/ui/form/typed";
import { SearchBox } from "~/ui/search/search-box";
import { useTranslation } from "~/ui/translation";
import { Page } from "./page";
import { UnwrittenPage } from "./unwritten-page";

/** What a reader sees instead of a page: never a stack, always a way on. */
export function ErrorPage() {
  const { t } = useTranslation();
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  if (isRouteErrorResponse(error) && status === 503)
    return <UnwrittenPage typed={isTyped(error.data) ? error.data.typed : null} />;
  const [title, lead] =
    status === 404
      ? [t("error.notFound"), t("error.notFoundLead")]
      : status === 403
        ? [t("error.forbidden"), t("error.forbiddenLead")]
        : status < 500
          ? [t("error.badRequest"), t("error.notFoundLead")]
          : [t("error.failed"), t("error.failedLead")];
  return (
    <Page title={title} lead={lead} eyebrow={t("error.status", { status })}>
      <SearchBox size="large" />
      <p>
        <a href="/">{t("error.home")}</a>
      </p>
    </Page>
  );
}
