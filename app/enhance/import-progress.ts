import type { ImportStep } from "~/domain/contributions/exchange/import-progress";

const everyMs = 250;

/** Tells how many rows of a file are done, from the moment it is sent until the answer takes the place of the page. */
export function showImportProgress(part: HTMLElement): void {
  const form = part.closest("form");
  const bar = part.querySelector("progress");
  const [words, spoken] = part.querySelectorAll<HTMLElement>("span");
  if (!form || !bar || !words || !spoken) return;
  const number = new Intl.NumberFormat(document.documentElement.lang);
  let quarter = 0;

  function show({ step, done, total }: ImportStep): void {
    if (!bar || !words || !spoken || total === 0) return;
    bar.max = total;
    bar.value = done;
    words.textContent = (part.dataset[step] ?? "")
      .replace("{done}", number.format(done))
      .replace("{total}", number.format(total));
    // Heard four times, and not four times a second.
    const reached = Math.floor((done * 4) / total);
    if (reached !== quarter) spoken.textContent = words.textContent;
    quarter = reached;
  }

  async function ask(): Promise<void> {
    const answer = await fetch("/contributions/import-progress").catch(() => undefined);
    const told = answer?.ok ? ((await answer.json()) as { underWay: ImportStep | null }) : undefined;
    if (told?.underWay) show(told.underWay);
    setTimeout(() => void ask(), everyMs);
  }

  let sent = false;
  form.addEventListener("submit", () => {
    if (sent) return;
    sent = true;
    part.hidden = false;
    words.textContent = part.dataset.sent ?? "";
    spoken.textContent = words.textContent;
    void ask();
  });
}
