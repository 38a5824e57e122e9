import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { entryPath } from "~/domain/links/link";
import { canCreateNetwork } from "~/domain/networks/network-policy";
import { listBodies } from "~/domain/networks/network-queries.server";
import { readActor } from "~/signed-in.server";
import { EntryLine, EntryList } from "~/ui/entry/entry-line";
import { Page, Part } from "~/ui/layout/page";
import { listMeta } from "~/ui/list-meta";
import { useTranslation } from "~/ui/translation";

export const loader = async ({ request, context }: LoaderFunctionArgs) => ({
  bodies: await listBodies(context.services.readDb),
  creates: canCreateNetwork(await readActor(context, request)),
});

export const handle = { sameForAll: true };

export const meta: MetaFunction = ({ matches }) => listMeta(matches, "networks");

export default function Networks() {
  const { t } = useTranslation();
  const { bodies, creates } = useLoaderData<typeof loader>();
  return (
    <Page title={t("networks.title")} lead={t("networks.lead")} crumbs={[{ name: t("networks.title") }]}>
      {creates && (
        <p>
          <a href="/networks/new">{t("network.new.title")}</a>
        </p>
      )}
      {(["network", "organisation"] as const).map((kind) => {
        const members = bodies.filter((body) => body.kind === kind);
        return (
          <Part key={kind} title={t(`networks.${kind}s`)} id={`${kind}s`}>
            {members.length === 0 && <p>{t("networks.empty")}</p>}
            <EntryList columns>
              {members.map((body) => (
                <EntryLine
                  key={body.id}
                  to={entryPath(body)}
                  title={body.name}
                  language={body.language}
                  summary={body.summary}
                  eyebrow={[body.acronym, body.organisationKind && t(`organisationKind.${body.organisationKind}`)]
                    .filter(Boolean)
                    .join(" · ")}
                />
              ))}
            </EntryList>
          </Part>
        );
      })}
    </Page>
  );
}
