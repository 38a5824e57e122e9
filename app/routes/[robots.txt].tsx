import type { LoaderFunctionArgs } from "@remix-run/node";
import { siteOrigin } from "~/site-origin";

export const loader = ({ request, context }: LoaderFunctionArgs) =>
  new Response(`User-agent: *\nDisallow: /search\n\nSitemap: ${siteOrigin(context, request)}/sitemap.xml\n`, {
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
