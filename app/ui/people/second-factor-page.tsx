import { PasswordField, TextField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import { AccountPage } from "./account-page";
import styles from "./account-page.module.css";

type Factor =
  | { state: "off" }
  /** `picture`: SVG, of our own making. */
  | { state: "waiting"; secret: string; picture: string }
  | { state: "on"; codesLeft: number };

interface Props {
  factor: Factor;
  /** The recovery codes, the one time that they are shown. */
  codes?: string[];
  refused?: Refused;
}

export function SecondFactorPage({ factor, codes, refused }: Props) {
  const { t } = useTranslation();
  const current = { current: t("account.currentPassword") };
  if (codes) {
    return (
      <AccountPage place="secondFactor" done={t("account.secondFactor.isOn")}>
        <p>{t("account.secondFactor.codes")}</p>
        <ul className={styles.codes}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <p>
          <a href="/account/second-factor">{t("account.secondFactor.kept")}</a>
        </p>
      </AccountPage>
    );
  }
  return (
    <AccountPage place="secondFactor">
      <p>{t("account.secondFactor.about")}</p>
      {factor.state === "waiting" && (
        <>
          <p>{t("account.secondFactor.scan")}</p>
          <div
            className={styles.code}
            role="img"
            aria-label={t("account.secondFactor.picture")}
            // biome-ignore lint/security/noDangerouslySetInnerHtml: made by uqr of an address that holds no markup.
            dangerouslySetInnerHTML={{ __html: factor.picture }}
          />
          <p>
            {t("account.secondFactor.secret")} <code className={styles.secret}>{spaced(factor.secret)}</code>
          </p>
          <Form
            id="confirm"
            labels={{ code: t("account.code") }}
            refused={refused}
            submit={t("account.secondFactor.confirm")}
          >
            <TextField name="code" autoComplete="one-time-code" inputMode="numeric" short />
          </Form>
        </>
      )}
      {factor.state === "on" && <p>{t("account.secondFactor.left", { count: factor.codesLeft })}</p>}
      {factor.state === "off" ? (
        <Form id="begin" labels={current} refused={refused} submit={t("account.secondFactor.begin")}>
          <PasswordField name="current" autoComplete="current-password" />
        </Form>
      ) : (
        <Part title={t("account.secondFactor.remove")} id="remove">
          <Form id="remove" labels={current} refused={refused} submit={t("account.secondFactor.remove")} danger>
            <PasswordField name="current" autoComplete="current-password" />
          </Form>
        </Part>
      )}
    </AccountPage>
  );
}

const spaced = (secret: string) => secret.replace(/(.{4})(?=.)/g, "$1 ");
