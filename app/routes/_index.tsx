import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { home } from "~/domain/collections/collection";
import { listFeatured } from "~/domain/collections/feature-queries.server";
import { getOverview } from "~/domain/overview/overview-queries.server";
import { translator } from "~/i18n/translate";
import { HomePage } from "~/ui/home/home-page";
import { frameOf, pageMeta } from "~/ui/meta";
import { useTranslation } from "~/ui/translation";

export async function loader({ context }: LoaderFunctionArgs) {
  const { readDb } = context.services;
  return { overview: await getOverview(readDb), featured: await listFeatured(readDb, home) };
}

export const handle = { sameForAll: true };

export const meta: MetaFunction<typeof loader> = ({ matches }) => {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  return pageMeta(frame, {
    title: t("site.name"),
    description: t("site.description"),
    jsonLd: {
      "@type": "WebSite",
      name: t("site.name"),
      description: t("site.description"),
      potentialAction: {
        "@type": "SearchAction",
        target: `${frame.origin}/search?q={search_term_string}`,
        "query-input": "required name=search_term_string",
      },
    },
  });
};

export default function Home() {
  const { t } = useTranslation();
  return <HomePage {...useLoaderData<typeof loader>()} title={t("home.title")} />;
}
