import type { ReactNode } from "react";
import quiet from "~/ui/form/quiet-button.module.css";

interface KeyLineProps {
  /** Unique on the page; what the button is about. */
  id: string;
  name: string;
  /** Said behind the name. */
  remark?: string | false;
  /** The form's name, and what it says of which one. */
  form: string;
  fields: Record<string, string>;
  label: string;
  children: ReactNode;
}

/** Something that opens the account, a session or a token, with the button that ends it. */
export function KeyLine({ id, name, remark, form, fields, label, children }: KeyLineProps) {
  return (
    <li>
      <div>
        <p>
          <strong id={id}>{name}</strong>
          {remark && ` – ${remark}`}
        </p>
        {children}
      </div>
      <form method="post">
        <input type="hidden" name="form" value={form} />
        {Object.entries(fields).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        <button type="submit" className={quiet.button} aria-describedby={id}>
          {label}
        </button>
      </form>
    </li>
  );
}
