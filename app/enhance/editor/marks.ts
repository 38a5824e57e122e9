/** How each tool writes what is selected. */
const writers: Record<string, (selected: string) => string> = {
  bold: (selected) => `**${selected || "…"}**`,
  list: (selected) =>
    selected
      .split("\n")
      .map((line) => `- ${line}`)
      .join("\n"),
  link: (selected) => `[${selected || "…"}](https://)`,
};

/** Makes the tools of a text work: each writes Markdown around what is selected, and the browser's own undo takes it back. */
export function enableMarks(part: HTMLElement): void {
  const text = part.querySelector("textarea");
  if (!text) return;
  for (const button of part.querySelectorAll<HTMLButtonElement>("[data-mark]")) {
    const write = writers[button.dataset.mark ?? ""];
    if (!write) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      const { selectionStart: start, selectionEnd: end, value } = text;
      const written = write(value.slice(start, end));
      text.focus();
      // Deprecated, and the one way that keeps the browser's undo; where it is gone, the text is set.
      if (!document.execCommand("insertText", false, written)) {
        text.setRangeText(written, start, end, "end");
        text.dispatchEvent(new Event("input", { bubbles: true }));
      }
    });
  }
}
