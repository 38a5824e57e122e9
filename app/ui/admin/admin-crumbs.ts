import type { TFunction } from "i18next";
import type { Crumb } from "~/ui/layout/breadcrumbs";

/** Where a page below /admin stands. */
export const adminCrumbs = (t: TFunction, title: string): Crumb[] => [
  { name: t("administration.title"), to: "/admin" },
  { name: title },
];
