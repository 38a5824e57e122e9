export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What a control held when the server sent the page. */
export function sentByServer(control: Control): { value: string; checked: boolean } {
  if (control instanceof HTMLSelectElement) {
    // Where none is said to be chosen, a list shows its first.
    const chosen = Array.from(control.options).find((option) => option.defaultSelected) ?? control.options[0];
    return { value: chosen?.value ?? "", checked: false };
  }
  return { value: control.defaultValue, checked: control instanceof HTMLInputElement && control.defaultChecked };
}

const isTicked = (control: Control): boolean => control instanceof HTMLInputElement && control.checked;

/**
 * Keeps what is typed and chosen while a page is not awake yet: as React wakes it, it puts back the text that the server sent.
 * @returns gives back what was typed, once the page is awake
 */
export function keepTypedEarly(): () => void {
  const typed = new Map<Control, { value: string; checked: boolean }>();
  const note = (control: Control) => typed.set(control, { value: control.value, checked: isTicked(control) });
  const controls = "input:not([type=hidden], [type=file]), textarea, select";
  for (const control of document.querySelectorAll<Control>(controls)) {
    const { value, checked } = sentByServer(control);
    if (control.value !== value || isTicked(control) !== checked) note(control);
  }
  const onInput = ({ target }: Event) => {
    if (target instanceof Element && target.matches(controls)) note(target as Control);
  };
  document.addEventListener("input", onInput, true);
  return () => {
    document.removeEventListener("input", onInput, true);
    for (const [control, { value, checked }] of typed) {
      if (control.value !== value) control.value = value;
      if (control instanceof HTMLInputElement && control.checked !== checked) control.checked = checked;
    }
  };
}
