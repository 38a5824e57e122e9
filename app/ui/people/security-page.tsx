import { CheckboxField } from "~/ui/form/choice-fields";
import { PasswordField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import quiet from "~/ui/form/quiet-button.module.css";
import type { Refused } from "~/ui/form/read-form";
import { formatDate } from "~/ui/format-date";
import { Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import type from "~/ui/type.module.css";
import { AccountPage } from "./account-page";
import styles from "./account-page.module.css";
import { KeyLine } from "./key-line";

interface ShownSession {
  hash: string;
  createdAt: string;
  seenAt: string;
  browser: string;
  address: string | null;
  current: boolean;
}

interface Props {
  sessions: ShownSession[];
  /** There are programs that use the account. */
  hasTokens: boolean;
  changed: boolean;
  refused?: Refused;
}

export function SecurityPage({ sessions, hasTokens, changed, refused }: Props) {
  const { t } = useTranslation();
  return (
    <AccountPage place="security" done={changed ? t("account.security.changed") : null}>
      <Part title={t("account.security.password")} id="password">
        <Form
          id="change-password"
          labels={{
            current: t("account.currentPassword"),
            password: t("account.newPasswordLabel"),
            keepTokens: t("account.security.keepTokens"),
          }}
          refused={refused}
          submit={t("account.security.change")}
        >
          <PasswordField name="current" autoComplete="current-password" />
          <PasswordField name="password" autoComplete="new-password" hint={t("account.passwordHint")} />
          {hasTokens && <CheckboxField name="keepTokens" hint={t("account.security.keepTokensHint")} />}
        </Form>
      </Part>
      <Part title={t("account.security.sessions")} id="sessions">
        <ul className={styles.sessions}>
          {sessions.map((session) => (
            <SessionLine key={session.hash} session={session} />
          ))}
        </ul>
        {sessions.length > 1 && (
          <form method="post">
            <input type="hidden" name="form" value="end-others" />
            <button type="submit" className={quiet.button}>
              {t("account.security.endOthers")}
            </button>
          </form>
        )}
      </Part>
    </AccountPage>
  );
}

function SessionLine({ session }: { session: ShownSession }) {
  const { t, language } = useTranslation();
  const { hash, browser, address, createdAt, seenAt, current } = session;
  const dates = { since: formatDate(createdAt, language), seen: formatDate(seenAt, language), address };
  return (
    <KeyLine
      id={`session-${hash}`}
      name={browser || t("account.security.unknown")}
      remark={current && t("account.security.thisOne")}
      form="end-session"
      fields={{ session: hash }}
      label={t("account.security.end")}
    >
      <p className={type.small}>{t("account.security.session", dates)}</p>
    </KeyLine>
  );
}
