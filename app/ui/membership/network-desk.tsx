import type { ReactNode } from "react";
import type { Network } from "~/domain/networks/network";
import { translator } from "~/i18n/translate";
import { breadcrumbList, type Crumb } from "~/ui/layout/breadcrumbs";
import { DoneNotice } from "~/ui/layout/notice";
import { Page } from "~/ui/layout/page";
import { PageTabs } from "~/ui/layout/page-tabs";
import { frameOf, pageMeta } from "~/ui/meta";
import { useTranslation } from "~/ui/translation";
import type { Done } from "./read-done";

export const deskPages = ["queue", "members", "invitations", "cities", "policies", "edit", "statistics"] as const;
export type DeskPage = (typeof deskPages)[number];

interface DeskProps {
  network: Pick<Network, "id" | "name" | "language">;
  page: DeskPage;
  /** A page below: its title, in the place of the page's own. */
  title?: string;
  /** What was just done. */
  done: Done | null;
  children: ReactNode;
}

/** The frame of the pages where coordinators work. */
export function NetworkDesk({ network, page, title, done, children }: DeskProps) {
  const { t } = useTranslation();
  const crumbs: Crumb[] = [
    { name: t("networks.title"), to: "/networks" },
    { name: network.name, to: `/networks/${network.id}` },
    { name: t(`network.${page}.title`), ...(title && { to: `/networks/${network.id}/${page}` }) },
    ...(title ? [{ name: title }] : []),
  ];
  return (
    <Page
      title={title ?? t(`network.${page}.title`)}
      eyebrow={<span lang={network.language}>{network.name}</span>}
      crumbs={crumbs}
    >
      <PageTabs
        label={t("network.desk")}
        tabs={deskPages.map((name) => ({
          name: t(`network.${name}.title`),
          to: `/networks/${network.id}/${name}`,
          current: name === page ? (title ? "true" : "page") : undefined,
        }))}
      />
      {done && <DoneNotice>{t(`network.done.${done}`)}</DoneNotice>}
      {children}
    </Page>
  );
}

/** The meta tags of such a page; `title` of one below. */
export function deskMeta(
  matches: Parameters<typeof frameOf>[0],
  network: Pick<Network, "id" | "name">,
  page: DeskPage,
  title?: string,
) {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  const name = `${title ?? t(`network.${page}.title`)} – ${network.name}`;
  return pageMeta(frame, {
    title: name,
    description: t("network.desk"),
    noIndex: true,
    jsonLd: {
      "@type": "WebPage",
      name,
      breadcrumb: breadcrumbList(frame.origin, [
        { name: t("networks.title"), to: "/networks" },
        { name: network.name, to: `/networks/${network.id}` },
        { name: t(`network.${page}.title`) },
      ]),
    },
  });
}
