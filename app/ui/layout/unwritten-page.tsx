import { useLocation } from "@remix-run/react";
import { PasswordField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import { KeptFields } from "~/ui/form/kept-fields";
import type { Typed } from "~/ui/form/typed";
import { useTranslation } from "~/ui/translation";
import { Page, Part } from "./page";
import styles from "./unwritten-page.module.css";

/** Passwords and codes are not written into a page: they are asked for again. */
const secrets = { password: "account.password", current: "account.currentPassword", code: "account.code" } as const;
const isSecret = (name: string): name is keyof typeof secrets => name in secrets;
const isNoText = (name: string) => name === "form" || /^(revision\.|token$|ticket$)/.test(name);

/** Nothing could be saved: the page holds all that was typed, and sends it again. */
export function UnwrittenPage({ typed }: { typed: Typed | null }) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const form = typed?.find(([name]) => name === "form")?.[1] ?? "";
  const kept = typed?.filter(([name]) => name !== "form" && !isSecret(name)) ?? [];
  const asked = typed?.flatMap(([name]) => (isSecret(name) ? [name] : [])) ?? [];
  const texts = kept.filter(([name, text]) => !isNoText(name) && text !== "");
  return (
    <Page title={t("unwritten.title")} lead={t(typed ? "unwritten.kept" : "unwritten.later")}>
      {typed && (
        <Form
          id={form}
          labels={Object.fromEntries(asked.map((name) => [name, t(secrets[name])]))}
          action={pathname + search}
          submit={t("unwritten.again")}
        >
          <KeptFields typed={kept} />
          {asked.map((name) => (
            <PasswordField key={name} name={name} autoComplete="off" />
          ))}
        </Form>
      )}
      {texts.length > 0 && (
        <Part id="typed" title={t("unwritten.typed")}>
          {texts.map(([name, text], index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: names may stand there several times
            <p key={index} className={styles.typed} data-name={name}>
              {text}
            </p>
          ))}
        </Part>
      )}
      <p>
        <a href="/">{t("error.home")}</a>
      </p>
    </Page>
  );
}
