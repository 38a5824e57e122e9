import { useTranslation } from "~/ui/translation";
import { useField } from "./form";
import styles from "./form.module.css";
import { described, ErrorText, type FieldProps, Framed, Hint } from "./framed-field";

export interface Choice {
  value: string;
  label: string;
}

interface SelectFieldProps extends FieldProps {
  choices: Choice[];
  value?: string | null;
  /** Has to be chosen: none is, so that nobody sends the first by accident. */
  toChoose?: boolean;
}

/** One of several; the empty choice stands first where the field may stay empty. */
export function SelectField({ name, hint, optional, choices, value, toChoose }: SelectFieldProps) {
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
        required={toChoose}
      >
        {toChoose && <option value="">{t("form.choose")}</option>}
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
      <Hint id={id}>{hint}</Hint>
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
      <Hint id={id}>{hint}</Hint>
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
