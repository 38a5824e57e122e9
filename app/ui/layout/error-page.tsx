import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { SearchBox } from "~/ui/search/search-box";
import { useTranslation } from "~/ui/translation";
import { Page } from "./page";

/** What a reader sees instead of a page: never a stack, always a way on. */
export function ErrorPage() {
  const { t } = useTranslation();
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
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
