import type { AppLoadContext } from "@remix-run/node";

/** The origin that permanent addresses start with: the configured one, else the request's own. */
export const siteOrigin = (context: AppLoadContext, request: Request): string =>
  context.services.env.baseUrl ?? new URL(request.url).origin;
