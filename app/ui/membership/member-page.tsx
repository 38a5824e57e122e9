import type { MemberDetails } from "~/domain/memberships/membership";
import { memberRoles } from "~/domain/memberships/membership-forms";
import type { Network } from "~/domain/networks/network";
import type { Label } from "~/domain/vocabularies/vocabulary";
import { CheckboxField, CheckboxGroup } from "~/ui/form/choice-fields";
import { Form } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import { NetworkDesk } from "./network-desk";
import type { Done } from "./read-done";

interface MemberProps {
  network: Network;
  member: MemberDetails;
  cities: { id: string; name: Label }[];
  done: Done | null;
  refused?: Refused;
}

/** What a coordinator decides about a member. */
export function MemberPage({ network, member, cities, done, refused }: MemberProps) {
  const { t, language } = useTranslation();
  return (
    <NetworkDesk network={network} page="members" title={member.name} done={done}>
      <p>
        <a href={`mailto:${member.email}`}>{member.email}</a>
        {member.roleTitle && ` · ${member.roleTitle}`}
      </p>
      <Part title={t("network.rolesTitle")} id="roles-part">
        <Form
          id="roles"
          labels={{ roles: t("network.rolesLabel", { name: member.name }) }}
          refused={refused}
          submit={t("network.saveRoles")}
        >
          <CheckboxGroup
            name="roles"
            hint={t("network.rolesHint")}
            choices={memberRoles.map((role) => ({ value: role, label: t(`network.role.${role}`) }))}
            values={memberRoles.filter((role) => member[role])}
          />
        </Form>
      </Part>
      <Part title={t("network.officialTitle")} id="official-part">
        {cities.length === 0 ? (
          <p>
            {t("network.noCities")} <a href={`/networks/${network.id}/cities`}>{t("network.addCity")}</a>
          </p>
        ) : (
          <Form
            id="official"
            labels={{ cities: t("network.officialLabel", { name: member.name }) }}
            refused={refused}
            submit={t("network.saveOfficial")}
          >
            <CheckboxGroup
              name="cities"
              hint={t("network.officialHint")}
              choices={cities.map((city) => ({ value: city.id, label: city.name[language] }))}
              values={member.cities}
            />
          </Form>
        )}
      </Part>
      <Part title={t("network.removeTitle")} id="remove-part">
        <Form
          id="remove"
          labels={{ sure: t("network.removeSure", { name: member.name }) }}
          refused={refused}
          submit={t("network.remove")}
          danger
        >
          <CheckboxField name="sure" hint={t("network.removeHint")} />
        </Form>
      </Part>
    </NetworkDesk>
  );
}
