import type { InvitationLine } from "~/domain/memberships/membership";
import { memberRoles } from "~/domain/memberships/membership-forms";
import type { Network } from "~/domain/networks/network";
import { ButtonForm } from "~/ui/form/button-form";
import { CheckboxGroup } from "~/ui/form/choice-fields";
import { TextAreaField } from "~/ui/form/fields";
import { Form, FormErrors } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { formatDate } from "~/ui/format-date";
import { Line, LineList } from "~/ui/layout/line-list";
import { Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import { NetworkDesk } from "./network-desk";
import type { Done } from "./read-done";
import { rolesText } from "./roles-text";

interface InvitationsProps {
  network: Network;
  invitations: InvitationLine[];
  done: Done | null;
  refused?: Refused;
}

export function InvitationsPage({ network, invitations, done, refused }: InvitationsProps) {
  const { t, language } = useTranslation();
  return (
    <NetworkDesk network={network} page="invitations" done={done}>
      <Part title={t("network.invite")} id="invite-part">
        <Form
          id="invite"
          labels={{ emails: t("network.emails"), roles: t("network.inviteRoles") }}
          refused={refused}
          submit={t("network.sendInvitations")}
        >
          <TextAreaField name="emails" rows={4} hint={t("network.emailsHint")} />
          <CheckboxGroup
            name="roles"
            hint={t("network.rolesHint")}
            choices={memberRoles.map((role) => ({ value: role, label: t(`network.role.${role}`) }))}
            values={[]}
          />
        </Form>
      </Part>
      <Part title={t("network.openInvitations")} id="open">
        {["withdraw", "resend"].map((form) => (
          <FormErrors key={form} id={form} labels={{}} refused={refused} />
        ))}
        {invitations.length === 0 && <p>{t("network.noInvitations")}</p>}
        {invitations.length > 0 && (
          <LineList>
            {invitations.map((invitation) => (
              <Line
                key={invitation.id}
                title={invitation.email}
                details={[
                  rolesText(t, language, invitation),
                  t("network.invitedUntil", { date: formatDate(invitation.expiresAt, language) }),
                  invitation.invitedBy && t("network.invitedBy", { name: invitation.invitedBy }),
                ]}
              >
                {(["resend", "withdraw"] as const).map((form) => (
                  <ButtonForm
                    key={form}
                    form={form}
                    fields={{ invitation: invitation.id }}
                    label={t(`network.${form}`)}
                    about={invitation.email}
                  />
                ))}
              </Line>
            ))}
          </LineList>
        )}
      </Part>
    </NetworkDesk>
  );
}
