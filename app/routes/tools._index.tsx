import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listTools } from "~/domain/tools/tool-queries.server";
import { EntryLine, EntryList } from "~/ui/entry/entry-line";
import { Page } from "~/ui/layout/page";
import { listMeta } from "~/ui/list-meta";
import { useTranslation } from "~/ui/translation";

export const loader = async ({ context }: LoaderFunctionArgs) => ({ tools: await listTools(context.services.readDb) });

export const handle = { sameForAll: true };

export const meta: MetaFunction = ({ matches }) => listMeta(matches, "tools");

export default function Tools() {
  const { t } = useTranslation();
  const { tools } = useLoaderData<typeof loader>();
  return (
    <Page title={t("tools.title")} lead={t("tools.lead")} crumbs={[{ name: t("tools.title") }]}>
      {tools.length === 0 && <p>{t("tools.empty")}</p>}
      <EntryList columns>
        {tools.map((tool) => (
          <EntryLine
            key={tool.id}
            to={`/tools/${tool.id}`}
            title={tool.title}
            language={tool.language}
            summary={tool.summary}
          >
            <p>
              {[
                t("tools.answersCount", {
                  recommendations: t("count.recommendation", { count: tool.recommendations }),
                }),
                tool.practices > 0 &&
                  t("tools.usedCount", { practices: t("count.practice", { count: tool.practices }) }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
          </EntryLine>
        ))}
      </EntryList>
    </Page>
  );
}
