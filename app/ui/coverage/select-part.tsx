import { useId } from "react";

interface SelectPartProps {
  name: string;
  label: string;
  value: string | null;
  /** What the empty choice says, where there is one besides the choices. */
  any?: string;
  choices: { value: string; label: string }[];
}

/** One choice of a form that only asks for another view. */
export function SelectPart({ name, label, value, any, choices }: SelectPartProps) {
  const id = useId();
  return (
    <p>
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} defaultValue={value ?? ""}>
        {any !== undefined && <option value="">{any}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </p>
  );
}
