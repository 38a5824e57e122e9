import { type SavedSearch, searchAddress } from "~/domain/saved-searches/saved-search";
import { RadioGroup } from "~/ui/form/choice-fields";
import { TextField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { Page, Part } from "~/ui/layout/page";
import { ToldNav } from "~/ui/notifications/told-nav";
import { useTranslation } from "~/ui/translation";
import { alertRhythms } from "~db/schema/telling";

interface Props {
  search: Pick<SavedSearch, "name" | "query" | "alerts">;
  isNew?: boolean;
  refused?: Refused;
}

/** Where a search gets its name and its alerts. */
export function SavedSearchPage({ search, isNew = false, refused }: Props) {
  const { t } = useTranslation();
  const title = t(isNew ? "savedSearches.save" : "savedSearches.changeTitle");
  const labels = { name: t("savedSearches.name"), alerts: t("savedSearches.alerts") };
  return (
    <Page
      title={title}
      crumbs={[{ name: t("savedSearches.title"), to: "/searches" }, { name: title }]}
      aside={<ToldNav here="savedSearches" />}
    >
      <Form id="search" labels={labels} refused={refused} submit={t("savedSearches.submit")}>
        {isNew && <input type="hidden" name="query" value={search.query} />}
        <TextField name="name" value={search.name || t("savedSearches.everything")} />
        <RadioGroup
          name="alerts"
          value={search.alerts}
          hint={t("savedSearches.alertsHint")}
          choices={alertRhythms.map((value) => ({ value, label: t(`savedSearches.rhythm.${value}`) }))}
        />
      </Form>
      <p>
        <a href={searchAddress(search.query)}>{t("savedSearches.run")}</a>
      </p>
      {!isNew && (
        <Part id="delete" title={t("savedSearches.deleteTitle")} lead={t("savedSearches.deleteLead")}>
          <Form id="delete" labels={{}} submit={t("savedSearches.confirmDelete")} danger />
        </Part>
      )}
    </Page>
  );
}
