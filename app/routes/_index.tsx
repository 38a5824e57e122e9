import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getOverview } from "~/domain/overview/overview-queries.server";
import { translator } from "~/i18n/translate";
import { HomePage } from "~/ui/home/home-page";
import { frameOf, pageMeta } from "~/ui/meta";
import { useTranslation } from "~/ui/translation";

export const loader = ({ context }: LoaderFunctionArgs) => getOverview(context.services.readDb);

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
  return <HomePage overview={useLoaderData<typeof loader>()} title={t("home.title")} />;
}
