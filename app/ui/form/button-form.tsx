import styles from "./button-form.module.css";
import quietly from "./quiet-button.module.css";

interface ButtonFormProps {
  /** The form's name, which the action reads. */
  form: string;
  fields: Record<string, string>;
  label: string;
  /** What the button is about, for who hears it alone; left out where the label says all. */
  about?: string;
  /** A button beside each line of a list, which should not outweigh it. */
  quiet?: boolean;
}

/** A form that is one button. */
export function ButtonForm({ form, fields, label, about, quiet }: ButtonFormProps) {
  return (
    <form method="post">
      <input type="hidden" name="form" value={form} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className={quiet ? quietly.link : styles.button} aria-label={about && `${label}: ${about}`}>
        {label}
      </button>
    </form>
  );
}
