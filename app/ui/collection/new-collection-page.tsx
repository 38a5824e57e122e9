import type { Refused } from "~/ui/form/read-form";
import { Page } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import { CollectionTexts } from "./edit-collection-page";

interface NewCollectionProps {
  places: { networks: { id: string; name: string }[]; site: boolean };
  refused?: Refused;
}

export function NewCollectionPage({ places, refused }: NewCollectionProps) {
  const { t } = useTranslation();
  return (
    <Page
      title={t("collections.new")}
      lead={t("collections.newLead")}
      crumbs={[{ name: t("collections.title"), to: "/collections" }, { name: t("collections.new") }]}
    >
      <CollectionTexts id="new" networks={places} refused={refused} submit={t("collections.begin")} />
    </Page>
  );
}
