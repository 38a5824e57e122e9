import type { LoaderFunctionArgs } from "@remix-run/node";
import { listCollections } from "~/domain/collections/collection-list-queries.server";
import { entryPath } from "~/domain/links/link";
import { listPublished } from "~/domain/overview/overview-queries.server";
import { listTags } from "~/domain/tags/tag-queries.server";
import { termLists } from "~/domain/vocabularies/vocabulary";
import { siteOrigin } from "~/site-origin";

const lists = [
  "",
  "recommendations",
  "documents",
  "practices",
  "case-studies",
  "tools",
  "cities",
  "networks",
  "coverage",
  "calls",
  "collections",
  "vocabularies",
  "tags",
  "about",
];

/** Every address that stays, for search engines. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const origin = siteOrigin(context, request);
  const entries = await listPublished(context.services.readDb);
  const collections = await listCollections(context.services.readDb);
  const tags = await listTags(context.services.readDb);
  const urls = [
    ...lists.map((list) => `<url><loc>${origin}/${list}</loc></url>`),
    ...termLists.map((name) => `<url><loc>${origin}/vocabularies/${name}</loc></url>`),
    ...tags.map(({ slug }) => `<url><loc>${origin}/tags/${slug}</loc></url>`),
    ...collections.map(({ id }) => `<url><loc>${origin}/collections/${id}</loc></url>`),
    ...entries.map(
      (entry) =>
        `<url><loc>${origin}${encodeURI(entryPath(entry))}</loc><lastmod>${entry.updatedAt.slice(0, 10)}</lastmod></url>`,
    ),
  ];
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join("\n")}\n</urlset>\n`,
    { headers: { "Content-Type": "application/xml; charset=utf-8" } },
  );
}
