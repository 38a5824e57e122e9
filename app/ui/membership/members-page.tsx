import type { MemberDetails } from "~/domain/memberships/membership";
import type { Network } from "~/domain/networks/network";
import type { Label } from "~/domain/vocabularies/vocabulary";
import { ButtonForm } from "~/ui/form/button-form";
import { FormErrors } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { Line, LineList } from "~/ui/layout/line-list";
import { Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import { NetworkDesk } from "./network-desk";
import type { Done } from "./read-done";
import { rolesText } from "./roles-text";

interface MembersProps {
  network: Network;
  people: MemberDetails[];
  cities: { id: string; name: Label }[];
  done: Done | null;
  refused?: Refused;
}

export function MembersPage({ network, people, cities, done, refused }: MembersProps) {
  const { t, language } = useTranslation();
  const requests = people.filter(({ state }) => state === "requested");
  const members = people.filter(({ state }) => state === "active");
  return (
    <NetworkDesk network={network} page="members" done={done}>
      <Part title={t("network.requests")} id="requests">
        {["accept", "decline"].map((form) => (
          <FormErrors key={form} id={form} labels={{}} refused={refused} />
        ))}
        {requests.length === 0 && <p>{t("network.noRequests")}</p>}
        {requests.length > 0 && (
          <LineList>
            {requests.map((person) => (
              <Line key={person.id} title={person.name} details={[person.email, person.roleTitle, person.note]}>
                <ButtonForm
                  form="accept"
                  fields={{ person: person.id }}
                  label={t("network.accept")}
                  about={person.name}
                />
                <ButtonForm
                  form="decline"
                  fields={{ person: person.id }}
                  label={t("network.decline")}
                  about={person.name}
                />
              </Line>
            ))}
          </LineList>
        )}
      </Part>
      <Part title={t("network.members.title")} id="members">
        {members.length === 0 && (
          <p>
            {t("network.noMembers")} <a href={`/networks/${network.id}/invitations`}>{t("network.invite")}</a>
          </p>
        )}
        {members.length > 0 && (
          <LineList>
            {members.map((member) => (
              <Line
                key={member.id}
                title={<a href={`/networks/${network.id}/members/${member.id}`}>{member.name}</a>}
                details={[member.email, member.roleTitle, rolesText(t, language, member, cities)]}
              />
            ))}
          </LineList>
        )}
      </Part>
    </NetworkDesk>
  );
}
