const askAfter = 400;

/** Shows a text as the page will show it, while it is written: rendered and sanitised on the server. */
export function enablePreview(part: HTMLElement): void {
  const button = part.querySelector<HTMLButtonElement>("[data-preview]");
  const text = part.querySelector("textarea");
  if (!button || !text) return;
  const open = button.textContent ?? "";
  const close = button.dataset.preview ?? "";
  const shown = document.createElement("div");
  shown.dataset.look = "preview";
  let timer = 0;
  const refresh = async () => {
    const body = new URLSearchParams({ text: text.value });
    const answer = await fetch("/contributions/preview", { method: "POST", body });
    if (answer.ok) shown.innerHTML = ((await answer.json()) as { html: string }).html;
  };
  button.hidden = false;
  button.setAttribute("aria-expanded", "false");
  button.addEventListener("click", () => {
    const opens = !shown.isConnected;
    button.setAttribute("aria-expanded", String(opens));
    button.textContent = opens ? close : open;
    if (!opens) return shown.remove();
    button.parentElement?.after(shown);
    void refresh();
  });
  text.addEventListener("input", () => {
    clearTimeout(timer);
    if (shown.isConnected) timer = window.setTimeout(() => void refresh(), askAfter);
  });
}
