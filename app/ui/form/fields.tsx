import type { ReactNode } from "react";
import { useTranslation } from "~/ui/translation";
import { useField } from "./form";
import styles from "./form.module.css";

interface FieldProps {
  name: string;
  hint?: ReactNode;
  /** May be left empty. */
  optional?: boolean;
}

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

export interface Choice {
  value: string;
  label: string;
}

interface SelectFieldProps extends FieldProps {
  choices: Choice[];
  value?: string | null;
}

/** One of several; the empty choice stands first where the field may stay empty. */
export function SelectField({ name, hint, optional, choices, value }: SelectFieldProps) {
  const { t } = useTranslation();
  const { id, error, given } = useField(name);
  return (
    <Framed name={name} hint={hint} optional={optional}>
      <select
        {...described(id, hint, error)}
        id={id}
        name={name}
        defaultValue={typeof given === "string" ? given : (value ?? "")}
        className={styles.input}
      >
        {optional && <option value="">{t("form.none")}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Framed>
  );
}

export function CheckboxField({ name, hint, checked }: FieldProps & { checked?: boolean }) {
  const { id, label, error, given } = useField(name);
  return (
    <div className={styles.field}>
      {error && <ErrorText id={id}>{error}</ErrorText>}
      <label className={styles.choice}>
        <input
          {...described(id, hint, error)}
          type="checkbox"
          id={id}
          name={name}
          value="yes"
          defaultChecked={given === undefined ? checked : given === "yes"}
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

interface GroupProps extends FieldProps {
  choices: Choice[];
}

/** Any number of several. */
export const CheckboxGroup = (props: GroupProps & { values: string[] }) => <ChoiceGroup {...props} type="checkbox" />;

/** One of a few, all of which are seen. */
export const RadioGroup = ({ value, ...props }: GroupProps & { value: string }) => (
  <ChoiceGroup {...props} values={[value]} type="radio" />
);

function ChoiceGroup(props: GroupProps & { values: string[]; type: "checkbox" | "radio" }) {
  const { name, hint, choices, values, type } = props;
  const { id, label, error, given } = useField(name);
  const chosen = given === undefined ? values : [given].flat();
  return (
    <fieldset className={styles.group} id={id} tabIndex={-1} {...described(id, hint, error)}>
      <legend>{label}</legend>
      {hint && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && <ErrorText id={id}>{error}</ErrorText>}
      <div className={styles.choices} data-type={type}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.choice}>
            <input type={type} name={name} value={choice.value} defaultChecked={chosen.includes(choice.value)} />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Framed({ name, hint, optional, children }: FieldProps & { children: ReactNode }) {
  const { t } = useTranslation();
  const { id, label, error } = useField(name);
  return (
    <div className={styles.field} data-wrong={error ? "" : undefined}>
      <label htmlFor={id} className={styles.label}>
        {label} {optional && <span className={styles.optional}>{t("form.optional")}</span>}
      </label>
      {hint && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && <ErrorText id={id}>{error}</ErrorText>}
      {children}
    </div>
  );
}

const ErrorText = ({ id, children }: { id: string; children: string }) => (
  <p className={styles.error} id={`${id}-error`}>
    {children}
  </p>
);

function described(id: string, hint: ReactNode, error: string | undefined) {
  const by = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return { "aria-describedby": by || undefined, "aria-invalid": error ? true : undefined } as const;
}
