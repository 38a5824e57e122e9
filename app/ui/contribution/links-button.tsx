import type { ReactNode } from "react";
import quiet from "~/ui/form/quiet-button.module.css";
import typography from "~/ui/type.module.css";
import own from "./links.module.css";

interface ButtonProps {
  form: "add" | "remove" | "restore" | "dismiss" | "recall";
  to: string;
  /** Of a link that is added. */
  type?: string;
  /** To which entry: said to those who do not see where the button stands. */
  name: string;
  children: ReactNode;
}

/** One click, one link. */
export function LinkButton({ form, to, type, name, children }: ButtonProps) {
  return (
    <form method="post" className={own.button}>
      <input type="hidden" name="form" value={form} />
      <input type="hidden" name="to" value={to} />
      {type && <input type="hidden" name="type" value={type} />}
      <button type="submit" className={quiet.button}>
        {children}
        <span className={typography.visuallyHidden}> {name}</span>
      </button>
    </form>
  );
}
