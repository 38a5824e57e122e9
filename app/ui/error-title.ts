import { isRouteErrorResponse } from "@remix-run/react";
import type { TFunction } from "i18next";

/** The title of a page that says why there is no other; null where the page keeps its own. */
export function errorTitle(t: TFunction, error: unknown): string | null {
  if (!error) return null;
  const status = isRouteErrorResponse(error) ? error.status : 500;
  if (status === 401) return t("editor.endedTitle");
  if (status === 403) return t("error.forbidden");
  if (status === 404) return t("error.notFound");
  if (status === 503) return t("unwritten.title");
  return status >= 500 ? t("error.failed") : null;
}
