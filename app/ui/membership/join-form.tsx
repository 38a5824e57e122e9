import type { Standing } from "~/domain/memberships/membership-policy";
import type { Network } from "~/domain/networks/network";
import { CheckboxField } from "~/ui/form/choice-fields";
import { TextAreaField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";

export interface JoinFormProps {
  network: Pick<Network, "id" | "joinPolicy">;
  signedIn: boolean;
  standing: Standing;
  /** What the policies allow the reader. */
  may: { join: boolean; ask: boolean; leave: boolean };
  refused?: Refused;
}

/** How the reader comes into the network, or out of it. */
export function JoinForm({ network, signedIn, standing, may, refused }: JoinFormProps) {
  const { t } = useTranslation();
  const here = `/networks/${network.id}`;
  if (may.leave) {
    const asked = standing === "requested";
    return (
      <Part title={t("network.yours")} id="yours">
        <p>{t(asked ? "network.youAsked" : "network.youBelong")}</p>
        <Form
          id="leave"
          labels={{ sure: t("network.leaveSure") }}
          refused={refused}
          submit={t(asked ? "network.takeBack" : "network.leave")}
          danger
        >
          {asked ? <input type="hidden" name="sure" value="yes" /> : <CheckboxField name="sure" />}
        </Form>
      </Part>
    );
  }
  if (!signedIn) {
    return network.joinPolicy === "invitation" ? null : (
      <p>
        <a href={`/sign-in?to=${encodeURIComponent(`${here}#join`)}`}>{t("network.signInToJoin")}</a>
      </p>
    );
  }
  if (!may.join && !may.ask) return null;
  return (
    <Part title={t("network.joinTitle")} id="join">
      <p>{t("network.coordinatorsSee")}</p>
      <Form
        id="join"
        labels={{ note: t("network.note") }}
        refused={refused}
        submit={t(may.join ? "network.joinNow" : "network.ask")}
      >
        {may.ask && <TextAreaField name="note" rows={4} hint={t("network.noteHint")} optional />}
      </Form>
    </Part>
  );
}
