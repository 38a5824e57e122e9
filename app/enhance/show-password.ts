/** Lets what is typed into a password field be seen; its button bears the words for now and for then. */
export function enableShowPassword(button: HTMLButtonElement): void {
  const input = document.getElementById(button.getAttribute("aria-controls") ?? "");
  if (!(input instanceof HTMLInputElement)) return;
  const words = { password: button.textContent ?? "", text: button.dataset.showPassword ?? "" };
  button.hidden = false;
  const show = (type: "password" | "text") => {
    input.type = type;
    button.textContent = words[type];
  };
  button.addEventListener("click", () => show(input.type === "password" ? "text" : "password"));
  // Browsers remember what stands in a text field.
  input.form?.addEventListener("submit", () => show("password"));
}
