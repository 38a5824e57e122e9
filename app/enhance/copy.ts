/** Shows a copy button and makes it copy the text before it. */
export function enableCopy(button: HTMLButtonElement): void {
  const text = button.previousElementSibling;
  const name = button.textContent;
  if (!text || !navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text.textContent ?? "");
      button.textContent = button.dataset.copied ?? name;
    } catch {
      // Not allowed to write: select the text, so that the keyboard can copy it.
      getSelection()?.selectAllChildren(text);
    }
    setTimeout(() => {
      button.textContent = name;
    }, 2000);
  });
}
