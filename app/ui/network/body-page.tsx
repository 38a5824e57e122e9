import type { MetaDescriptor } from "@remix-run/react";
import type { ReactNode } from "react";
import type { EntryReference } from "~/domain/links/link";
import type { BodyPage } from "~/domain/networks/network";
import { translator } from "~/i18n/translate";
import { type Around, AroundEntry } from "~/ui/entry/around-entry";
import { EntryLine, EntryList } from "~/ui/entry/entry-line";
import { Facts } from "~/ui/entry/facts";
import { Side } from "~/ui/entry/side";
import { breadcrumbList } from "~/ui/layout/breadcrumbs";
import { LastChange } from "~/ui/layout/last-change";
import { Page, Part } from "~/ui/layout/page";
import { frameOf, pageMeta } from "~/ui/meta";
import { ProvisionPart } from "~/ui/provision/provision-part";
import { MoreLikeThis } from "~/ui/similar/more-like-this";
import { useTranslation } from "~/ui/translation";

/** A network or an organisation. */
export function BodyPageView({
  body,
  similar,
  around,
  children,
}: {
  body: BodyPage;
  similar: EntryReference[];
  around?: Around;
  /** What only one of the two has. */
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <Page
      title={body.name}
      titleLanguage={body.language}
      eyebrow={body.organisationKind ? t(`organisationKind.${body.organisationKind}`) : t("kind.network")}
      lead={body.summary}
      leadLanguage={body.language}
      crumbs={[{ name: t("networks.title"), to: "/networks" }, { name: body.acronym ?? body.name }]}
      aside={
        (body.acronym || body.carriedBy || body.website) && (
          <Side title={t("experience.facts")}>
            <Facts
              facts={[
                [t("networks.acronym"), body.acronym],
                [
                  t("networks.carriedBy"),
                  body.carriedBy && <a href={`/organisations/${body.carriedBy.id}`}>{body.carriedBy.name}</a>,
                ],
                [
                  t("networks.website"),
                  body.website && (
                    <a href={body.website} rel="external">
                      {new URL(body.website).host}
                    </a>
                  ),
                ],
              ]}
            />
          </Side>
        )
      }
    >
      {children}
      {body.networks.length > 0 && (
        <Part title={t("networks.carries")} id="networks">
          <EntryList>
            {body.networks.map(({ id, name }) => (
              <EntryLine key={id} to={`/networks/${id}`} title={name} />
            ))}
          </EntryList>
        </Part>
      )}
      <ProvisionPart id="mentions" title={t("networks.mentions")} provisions={body.mentions} />
      <MoreLikeThis entries={similar} />
      {around && <AroundEntry around={around} />}
      <LastChange at={body.updatedAt} />
    </Page>
  );
}

export function bodyMeta(matches: Parameters<typeof frameOf>[0], body: BodyPage): MetaDescriptor[] {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  return pageMeta(frame, {
    title: body.name,
    description: body.summary ?? body.name,
    jsonLd: {
      "@type": "Organization",
      name: body.name,
      alternateName: body.acronym ?? undefined,
      description: body.summary ?? undefined,
      sameAs: body.website ?? undefined,
      breadcrumb: breadcrumbList(frame.origin, [{ name: t("networks.title"), to: "/networks" }, { name: body.name }]),
    },
  });
}
