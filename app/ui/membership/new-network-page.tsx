import { translator } from "~/i18n/translate";
import { TextField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { breadcrumbList } from "~/ui/layout/breadcrumbs";
import { Page } from "~/ui/layout/page";
import { frameOf, pageMeta } from "~/ui/meta";
import { useTranslation } from "~/ui/translation";
import { NetworkFields, useNetworkLabels } from "./network-fields";

interface NewNetworkProps {
  /** Of which it can be a part. */
  networks: { id: string; name: string }[];
  refused?: Refused;
}

export function NewNetworkPage({ networks, refused }: NewNetworkProps) {
  const { t } = useTranslation();
  const title = t("network.new.title");
  const labels = { ...useNetworkLabels(), coordinator: t("network.new.coordinator") };
  return (
    <Page title={title} crumbs={[{ name: t("networks.title"), to: "/networks" }, { name: title }]}>
      <Form id="new-network" labels={labels} refused={refused} submit={t("network.new.submit")}>
        <NetworkFields networks={networks} />
        <TextField name="coordinator" type="email" hint={t("network.new.coordinatorHint")} />
      </Form>
    </Page>
  );
}

export function newNetworkMeta(matches: Parameters<typeof frameOf>[0]) {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  const name = t("network.new.title");
  const breadcrumb = breadcrumbList(frame.origin, [{ name: t("networks.title"), to: "/networks" }, { name }]);
  return pageMeta(frame, {
    title: name,
    description: name,
    noIndex: true,
    jsonLd: { "@type": "WebPage", name, breadcrumb },
  });
}
