import { replaceParts } from "../page-parts";

/**
 * Sends the forms of the page of links without leaving it. What is chosen or written at a link is saved when one leaves the field.
 * Where something else than the page answers (the session has ended), the form is sent as if there were no script.
 */
export function enableLinks(page: HTMLElement): void {
  let last: Promise<void> = Promise.resolve();
  /** One after the other: the second would be sent from what the first has changed. */
  const inTurn = (task: () => Promise<void>) => {
    last = last.then(task).catch(() => say(page.dataset.links ?? ""));
  };

  const send = async (form: HTMLFormElement, quiet: boolean): Promise<void> => {
    const values = new URLSearchParams();
    for (const [name, value] of new FormData(form)) values.append(name, String(value));
    const isSearch = form.method === "get";
    const address = new URL(isSearch ? form.action : location.href);
    if (isSearch) address.search = values.toString();
    const answer = await fetch(address, isSearch ? {} : { method: "POST", body: values });
    const next = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!next.querySelector("[data-links]")) return form.submit();
    if (isSearch) history.replaceState(history.state, "", address);
    // One goes on with another field: only what is no longer so is put right.
    if (quiet && answer.ok) keepUp(form, next);
    else replaceParts(next, () => undefined);
    if (!answer.ok) document.querySelector<HTMLElement>('[data-links] [role="alert"]')?.focus();
    else if (!quiet) focusOn(isSearch ? "[data-links-found]" : "[data-links-status]");
  };

  page.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    inTurn(() => send(form, false));
  });
  page.addEventListener("change", ({ target }) => {
    const form = target instanceof HTMLElement ? target.closest<HTMLFormElement>("form[data-link-form]") : null;
    if (form) inTurn(() => send(form, true));
  });
}

/** Takes over what the page now says was seen of the link, and what was done. */
function keepUp(form: HTMLFormElement, next: Document): void {
  const to = form.querySelector<HTMLInputElement>('input[name="to"]')?.value ?? "";
  const same = next.querySelector(`form[data-link-form] input[name="to"][value="${CSS.escape(to)}"]`)?.closest("form");
  for (const name of ["wasType", "wasEvidence", "wasNote"]) {
    const mine = form.elements.namedItem(name);
    const theirs = same?.elements.namedItem(name);
    if (isText(mine) && isText(theirs)) mine.value = theirs.value;
  }
  form.querySelector('[role="alert"]')?.remove();
  say(next.querySelector("[data-links-status]")?.textContent ?? "");
}

const isText = (control: unknown): control is HTMLInputElement | HTMLTextAreaElement =>
  control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement;

function say(text: string): void {
  const status = document.querySelector("[data-links-status]");
  if (status) status.textContent = text;
}

function focusOn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}
