import { isRouteErrorResponse, useLocation, useRouteError } from "@remix-run/react";
import { isFieldName } from "~/domain/contributions/contribution-fields";
import forms from "~/ui/form/form.module.css";
import { KeptFields } from "~/ui/form/kept-fields";
import { isTyped, type Typed } from "~/ui/form/typed";
import { ErrorPage } from "~/ui/layout/error-page";
import { Page } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import styles from "./contribution.module.css";

/** What went wrong on a page with a form; when the session had ended, with all that was typed. */
export function WritingError() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 401 && isTyped(error.data))
    return <SessionEndedPage typed={error.data.typed} />;
  return <ErrorPage />;
}

/** A form came without a session: the page holds all that was typed, and sends it again once the person has signed in. */
function SessionEndedPage({ typed }: { typed: Typed }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const title = t("editor.endedTitle");
  const texts = typed.filter(([name, text]) => isFieldName(name) && text !== "");
  return (
    <Page title={title} lead={t("editor.endedLead")} crumbs={[{ name: title }]}>
      <p>
        <a href={`/sign-in?to=${encodeURIComponent("/desk")}`} target="_blank" rel="noreferrer">
          {t("editor.signIn")}
        </a>
      </p>
      <form method="post" action={pathname} className={forms.form}>
        <KeptFields typed={typed} />
        <p>
          <button type="submit" className={forms.submit}>
            {t("editor.save")}
          </button>
        </p>
      </form>
      <details>
        <summary>{t("editor.whatYouTyped")}</summary>
        <dl className={styles.list}>
          {texts.map(([name, text], index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: names may stand there several times
            <div key={index}>
              <dt>{isFieldName(name) && t(`template.${name}.label`)}</dt>
              <dd className={styles.theirs}>{text}</dd>
            </div>
          ))}
        </dl>
      </details>
    </Page>
  );
}
