import { PasswordField, TextField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { Page } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";

interface SignInProps {
  to: string;
  refused?: Refused;
  /** Set when the password was right and a code is asked for. */
  ticket?: string;
}

export function SignInPage({ to, refused, ticket }: SignInProps) {
  const { t } = useTranslation();
  const title = t("account.signIn.title");
  const whereTo = <input type="hidden" name="to" value={to} />;
  if (ticket !== undefined) {
    return (
      <Page title={title} lead={t("account.signIn.codeLead")} crumbs={[{ name: title }]}>
        <Form
          id="code"
          labels={{ code: t("account.code") }}
          refused={refused}
          action="/sign-in"
          submit={t("account.signIn.submit")}
        >
          {whereTo}
          <input type="hidden" name="ticket" value={ticket} />
          <TextField name="code" autoComplete="one-time-code" hint={t("account.codeHint")} short />
        </Form>
      </Page>
    );
  }
  return (
    <Page title={title} lead={t("account.signIn.lead")} crumbs={[{ name: title }]}>
      <Form
        id="sign-in"
        labels={{ email: t("account.email"), password: t("account.password") }}
        refused={refused}
        action="/sign-in"
        submit={t("account.signIn.submit")}
      >
        {whereTo}
        <TextField name="email" type="email" autoComplete="username" />
        <PasswordField name="password" autoComplete="current-password" />
      </Form>
      <p>
        <a href="/password/forgotten">{t("account.signIn.forgotten")}</a>
      </p>
      <p>
        <a href="/register">{t("account.signIn.register")}</a>
      </p>
    </Page>
  );
}
