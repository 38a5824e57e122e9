import type { FieldName } from "~/domain/contributions/contribution-fields";
import { SelectField } from "~/ui/form/choice-fields";
import { Form } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { StillMissing } from "~/ui/form/still-missing";
import { formatDate } from "~/ui/format-date";
import { Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import { ContributionFrame, type ContributionHead } from "./contribution-frame";
import { useTemplateLabels } from "./template-labels";

interface SubmitProps {
  head: ContributionHead;
  submittedAt: string | null;
  missing: FieldName[];
  networks: { id: string; name: string }[];
  network: string | null;
  mayDelete: boolean;
  refused?: Refused;
}

/** What is still needed, to whom it goes, and the way back. */
export function SubmitPage({ head, submittedAt, missing, networks, network, mayDelete, refused }: SubmitProps) {
  const { t, language } = useTranslation();
  const fields = useTemplateLabels();
  const labels = { ...fields, network: t("contribution.network") };
  const links = Object.fromEntries(missing.map((name) => [name, `/contributions/${head.id}/edit#edit-${name}`]));
  if (submittedAt !== null)
    return (
      <ContributionFrame head={head} page="submit" lead={t("contribution.submitLead")}>
        <p role="status">{t("contribution.submitted", { date: formatDate(submittedAt, language) })}</p>
        <Form id="withdraw" labels={{}} submit={t("contribution.withdraw")} />
      </ContributionFrame>
    );
  return (
    <ContributionFrame head={head} page="submit" lead={t("contribution.submitLead")}>
      <Form id="submit" labels={labels} links={links} refused={refused} submit={t("contribution.submit")}>
        <StillMissing names={missing} labels={fields} links={links} />
        {networks.length === 0 ? (
          <p id="submit-network">
            {t("contribution.noNetwork")} <a href="/networks">{t("contribution.findNetwork")}</a>
          </p>
        ) : (
          <SelectField
            name="network"
            value={network}
            choices={networks.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </Form>
      {mayDelete && (
        <Part id="delete" title={t("contribution.delete")} lead={t("contribution.deleteLead")}>
          <p>
            <a href={`/contributions/${head.id}/delete`}>{t("contribution.delete")}</a>
          </p>
        </Part>
      )}
    </ContributionFrame>
  );
}
