import { useTranslation } from "~/ui/translation";
import { useField } from "./form";
import styles from "./form.module.css";
import { described, type FieldProps, Framed } from "./framed-field";

interface TextFieldProps extends FieldProps {
  type?: "text" | "email";
  value?: string | null;
  autoComplete?: string;
  inputMode?: "numeric" | "text";
  /** Not as wide as the form. */
  short?: boolean;
}

export function TextField({ name, hint, optional, value, short, type = "text", ...input }: TextFieldProps) {
  const { id, error, given } = useField(name);
  return (
    <Framed name={name} hint={hint} optional={optional}>
      <input
        {...input}
        {...described(id, hint, error)}
        id={id}
        name={name}
        type={type}
        defaultValue={typeof given === "string" ? given : (value ?? "")}
        required={!optional}
        className={short ? styles.short : styles.input}
        spellCheck={type === "email" ? false : undefined}
        autoCapitalize={type === "email" ? "none" : undefined}
      />
    </Framed>
  );
}

/** A file; which one was chosen cannot be sent back. */
export function FileField({ name, hint, optional, accept }: FieldProps & { accept: string }) {
  const { id, error } = useField(name);
  return (
    <Framed name={name} hint={hint} optional={optional}>
      <input
        {...described(id, hint, error)}
        id={id}
        name={name}
        type="file"
        accept={accept}
        required={!optional}
        className={styles.input}
      />
    </Framed>
  );
}

interface TextAreaProps extends FieldProps {
  value?: string;
  rows: number;
  maxLength?: number;
}

/** Several lines. */
export function TextAreaField({ name, hint, optional, value, rows, maxLength }: TextAreaProps) {
  const { id, error, given } = useField(name);
  return (
    <Framed name={name} hint={hint} optional={optional}>
      <textarea
        {...described(id, hint, error)}
        id={id}
        name={name}
        rows={rows}
        maxLength={maxLength}
        defaultValue={typeof given === "string" ? given : (value ?? "")}
        required={!optional}
        className={styles.input}
      />
    </Framed>
  );
}

/** May be pasted into and shown; never sent back with what was typed. */
export function PasswordField({ name, hint, autoComplete }: FieldProps & { autoComplete: string }) {
  const { t } = useTranslation();
  const { id, error } = useField(name);
  return (
    <Framed name={name} hint={hint}>
      <span className={styles.password}>
        <input
          {...described(id, hint, error)}
          id={id}
          name={name}
          type="password"
          autoComplete={autoComplete}
          required
          className={styles.input}
        />
        <button type="button" hidden className={styles.show} aria-controls={id} data-show-password={t("form.hide")}>
          {t("form.show")}
        </button>
      </span>
    </Framed>
  );
}
