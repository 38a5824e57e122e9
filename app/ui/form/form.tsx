import { createContext, type ReactNode, useContext } from "react";
import { useTranslation } from "~/ui/translation";
import styles from "./form.module.css";
import type { Refused } from "./read-form";

interface FormFrame {
  id: string;
  labels: Record<string, string>;
  refused: Refused | undefined;
  links?: Record<string, string>;
}

const Frame = createContext<FormFrame>({ id: "", labels: {}, refused: undefined });

interface FormProps {
  /** Its name, which is sent with it: a page may have several. */
  id: string;
  /** What each field is called, at the field and in the summary of errors. */
  labels: Record<string, string>;
  /** What the action answered, if it was about this or another form of the page. */
  refused?: Refused;
  action?: string;
  submit: string;
  /** Something that cannot be taken back. */
  danger?: boolean;
  /** It sends a file. */
  files?: boolean;
  /** As wide as the page's text. */
  wide?: boolean;
  /** What a script that enhances the form needs to know. */
  data?: Record<`data-${string}`, string>;
  /** What the browser remembers of an earlier visit is older than what the server sends. */
  autoComplete?: "off";
  /** Where an error leads when its field stands on another page. */
  links?: Record<string, string>;
  children?: ReactNode;
}

/** A form that works without a script: what is wrong is said by the server, so that it is said once and in one way. */
export function Form({
  id,
  labels,
  refused,
  action,
  submit,
  danger,
  files,
  wide,
  data,
  autoComplete,
  links,
  children,
}: FormProps) {
  const own = refused?.form === id ? refused : undefined;
  return (
    <Frame.Provider value={{ id, labels, refused: own, links }}>
      <form
        method="post"
        action={action}
        encType={files ? "multipart/form-data" : undefined}
        noValidate
        autoComplete={autoComplete}
        className={wide ? styles.wide : styles.form}
        {...data}
      >
        {own && (Object.keys(own.errors).length > 0 ? <ErrorSummary /> : <GivenBack />)}
        <input type="hidden" name="form" value={id} />
        {children}
        <p>
          <button type="submit" className={danger ? styles.danger : styles.submit}>
            {submit}
          </button>
        </p>
      </form>
    </Frame.Provider>
  );
}

/** What was wrong with a form that is no more than a button in a line of a list. */
export function FormErrors({
  id,
  labels,
  refused,
  links = {},
}: Pick<FormProps, "id" | "labels" | "refused" | "links">) {
  if (refused?.form !== id || Object.keys(refused.errors).length === 0) return null;
  return (
    <Frame.Provider value={{ id, labels, refused, links }}>
      <ErrorSummary />
    </Frame.Provider>
  );
}

function ErrorSummary() {
  const { t } = useTranslation();
  const { id, labels, refused, links } = useContext(Frame);
  const messageOf = useMessage();
  return (
    // The page was sent back because of this: here reading goes on.
    // biome-ignore lint/a11y/noAutofocus: the focus belongs to the summary, without a script too.
    <div className={styles.summary} role="alert" tabIndex={-1} autoFocus aria-labelledby={`${id}-errors`}>
      <h2 id={`${id}-errors`}>{t("form.summary")}</h2>
      <ul>
        {Object.keys(refused?.errors ?? {}).map((name) => (
          <li key={name}>
            {name in labels ? <a href={links?.[name] ?? `#${id}-${name}`}>{messageOf(name)}</a> : messageOf(name)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The form holds what was typed before the session ended; nothing of it was sent yet. */
function GivenBack() {
  const { t } = useTranslation();
  return (
    // Here reading goes on.
    // biome-ignore lint/a11y/noAutofocus: the focus belongs to the notice, without a script too.
    <p className={styles.summary} role="status" tabIndex={-1} autoFocus>
      {t("form.givenBack")}
    </p>
  );
}

function useMessage(): (name: string) => string | undefined {
  const { t } = useTranslation();
  const { labels, refused } = useContext(Frame);
  return (name) => {
    const error = refused?.errors[name];
    return error && t(error.message, { field: labels[name] ?? name, max: error.max ?? 0 });
  };
}

/** What a field component needs to know of its form. */
export function useField(name: string) {
  const { id, labels, refused } = useContext(Frame);
  const error = useMessage()(name);
  const fieldId = `${id}-${name}`;
  return { id: fieldId, label: labels[name] ?? name, error, given: refused?.values[name] };
}
