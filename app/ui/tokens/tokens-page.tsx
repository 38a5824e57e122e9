import { type TokenLine, tokenLives, tokenScopes } from "~/domain/tokens/token";
import { CheckboxGroup, SelectField } from "~/ui/form/choice-fields";
import { PasswordField, TextField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { formatDate } from "~/ui/format-date";
import { Part } from "~/ui/layout/page";
import { AccountPage } from "~/ui/people/account-page";
import styles from "~/ui/people/account-page.module.css";
import { KeyLine } from "~/ui/people/key-line";
import { useTranslation } from "~/ui/translation";
import type from "~/ui/type.module.css";

interface TokensProps {
  tokens: TokenLine[];
  now: string;
  /** Of the token that was just made: here, and never again. */
  secret?: string;
  refused?: Refused;
}

/** The tokens with which programs read and change drafts in a person's name. */
export function TokensPage({ tokens, now, secret, refused }: TokensProps) {
  const { t } = useTranslation();
  return (
    <AccountPage place="tokens">
      <p>
        {t("tokens.lead")} <a href="/api">{t("api.title")}</a>
      </p>
      {secret && (
        <Part id="made" title={t("tokens.made")} lead={t("tokens.once")}>
          <p>
            <code className={styles.secret}>{secret}</code>
          </p>
        </Part>
      )}
      <Part id="tokens" title={t("tokens.yours")}>
        {tokens.length === 0 && <p>{t("tokens.none")}</p>}
        <ul className={styles.sessions}>
          {tokens.map((token) => (
            <TokenItem key={token.id} token={token} ended={token.expiresAt <= now} />
          ))}
        </ul>
      </Part>
      <Part id="new" title={t("tokens.new")}>
        <Form
          id="create"
          labels={{
            name: t("tokens.name"),
            scopes: t("tokens.scopes"),
            days: t("tokens.days"),
            current: t("account.currentPassword"),
          }}
          refused={refused}
          submit={t("tokens.create")}
        >
          <TextField name="name" hint={t("tokens.nameHint")} />
          <CheckboxGroup
            name="scopes"
            values={["read-drafts"]}
            choices={tokenScopes.map((scope) => ({ value: scope, label: t(`tokenScope.${scope}`) }))}
          />
          <SelectField
            name="days"
            value="90"
            choices={tokenLives.map((days) => ({ value: days, label: t("tokens.inDays", { count: Number(days) }) }))}
          />
          <PasswordField name="current" autoComplete="current-password" />
        </Form>
      </Part>
    </AccountPage>
  );
}

function TokenItem({ token, ended }: { token: TokenLine; ended: boolean }) {
  const { t, language } = useTranslation();
  const { id, name, scopes, createdAt, expiresAt, lastUsedAt } = token;
  const dates = { made: formatDate(createdAt, language), ends: formatDate(expiresAt, language) };
  return (
    <KeyLine id={`token-${id}`} name={name} form="revoke" fields={{ token: id }} label={t("tokens.revoke")}>
      <p className={type.small}>{scopes.map((scope) => t(`tokenScope.${scope}`)).join(" · ")}</p>
      <p className={type.small}>
        {t(ended ? "tokens.ended" : "tokens.dates", dates)}{" "}
        {lastUsedAt ? t("tokens.used", { date: formatDate(lastUsedAt, language) }) : t("tokens.unused")}
      </p>
    </KeyLine>
  );
}
