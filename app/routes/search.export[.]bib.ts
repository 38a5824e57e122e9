import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportSearch } from "~/domain/api/export/export-search.server";
import { readLanguage } from "~/i18n/language";
import { siteOrigin } from "~/site-origin";

export const loader = ({ request, context }: LoaderFunctionArgs) =>
  exportSearch(request, "bib", {
    services: context.services,
    origin: siteOrigin(context, request),
    language: readLanguage(request),
  });
