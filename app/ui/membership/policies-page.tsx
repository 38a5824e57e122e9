import type { Network } from "~/domain/networks/network";
import { mostReviews } from "~/domain/networks/network-forms";
import { CheckboxField, SelectField } from "~/ui/form/choice-fields";
import { Form } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { useTranslation } from "~/ui/translation";
import { anonymities, joinPolicies } from "~db/schema/membership";
import { NetworkDesk } from "./network-desk";
import type { Done } from "./read-done";

const reviewCounts = Array.from({ length: mostReviews }, (_, index) => index + 1);

export function PoliciesPage({ network, done, refused }: { network: Network; done: Done | null; refused?: Refused }) {
  const { t } = useTranslation();
  return (
    <NetworkDesk network={network} page="policies" done={done}>
      <Form
        id="policies"
        labels={{
          joinPolicy: t("network.joinPolicy"),
          reviewsNeeded: t("network.reviewsNeeded"),
          publishesSnapshots: t("network.publishesSnapshots"),
          anonymity: t("network.anonymityLabel"),
        }}
        refused={refused}
        submit={t("network.savePolicies")}
      >
        <SelectField
          name="joinPolicy"
          choices={joinPolicies.map((policy) => ({ value: policy, label: t(`network.join.${policy}`) }))}
          value={network.joinPolicy}
        />
        <SelectField
          name="reviewsNeeded"
          choices={reviewCounts.map((count) => ({ value: String(count), label: t("network.reviews", { count }) }))}
          value={String(network.reviewsNeeded)}
        />
        <CheckboxField
          name="publishesSnapshots"
          hint={t("network.publishesSnapshotsHint")}
          checked={network.publishesSnapshots}
        />
        <SelectField
          name="anonymity"
          choices={anonymities.map((level) => ({ value: level, label: t(`network.anonymity.${level}`) }))}
          value={network.anonymity}
        />
      </Form>
      <p>
        <a href={`/networks/${network.id}/rubric`}>{t("rubricForm.heading")}</a>
      </p>
    </NetworkDesk>
  );
}
