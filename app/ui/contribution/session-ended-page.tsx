import { isRouteErrorResponse, useLocation, useRouteError } from "@remix-run/react";
import { isFieldName } from "~/domain/contributions/contribution-fields";
import forms from "~/ui/form/form.module.css";
import { KeptFields } from "~/ui/form/kept-fields";
import { isTyped, resumedField, type Typed } from "~/ui/form/typed";
import { ErrorPage } from "~/ui/layout/error-page";
import { Page } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import styles from "./contribution.module.css";

interface ErrorProps {
  /** What is typed here is sent and not saved: texts go back into their fields first, to be seen again. */
  sends?: boolean;
}

/** What went wrong on a page with a form; when the session had ended, with all that was typed. */
export function WritingError({ sends = false }: ErrorProps) {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 401 && isTyped(error.data))
    return <SessionEndedPage typed={error.data.typed} sends={sends} />;
  return <ErrorPage />;
}

export const SendingError = () => <WritingError sends />;

/** Fields that hold what somebody writes where nothing is saved before it is sent. */
const writtenFields = ["title", "quote", "text", "reason"];

/** A form came without a session: the page holds all that was typed, and sends it again once the person has signed in. */
function SessionEndedPage({ typed, sends }: { typed: Typed; sends: boolean }) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const title = t("editor.endedTitle");
  const isShown = sends ? (name: string) => writtenFields.includes(name) : isFieldName;
  const texts = typed.filter(([name, text]) => isShown(name) && text !== "");
  // A mere button is pressed again.
  const resumes = sends && texts.length > 0;
  return (
    <Page title={title} lead={t(resumes ? "editor.endedLeadSend" : "editor.endedLead")} crumbs={[{ name: title }]}>
      <p>
        <a href={`/sign-in?to=${encodeURIComponent("/desk")}`} target="_blank" rel="noreferrer">
          {t("editor.signIn")}
        </a>
      </p>
      <form method="post" action={resumes ? pathname + search : pathname} className={forms.form}>
        <KeptFields typed={typed} />
        {resumes && <input type="hidden" name={resumedField} value="1" />}
        <p>
          <button type="submit" className={forms.submit}>
            {t(resumes ? "editor.continue" : "editor.save")}
          </button>
        </p>
      </form>
      <details open={resumes}>
        <summary>{t("editor.whatYouTyped")}</summary>
        <dl className={styles.list}>
          {texts.map(([name, text], index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: names may stand there several times
            <div key={index}>
              {!resumes && isFieldName(name) && <dt>{t(`template.${name}.label`)}</dt>}
              <dd className={styles.theirs}>{text}</dd>
            </div>
          ))}
        </dl>
      </details>
    </Page>
  );
}
