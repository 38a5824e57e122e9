/**
 * Puts the parts of another page, those marked with `data-live`, in the place of this page's. What the reader unfolded stays so, and
 * the focus stays on what has the same name. `settle` runs before the focus is set.
 */
export function replaceParts(next: Document, settle: () => void): void {
  const focused = document.activeElement;
  const findFocused = describe(focused);
  const unfolded = new Map(foldables(document).map((details) => [details.dataset.key, details.open]));
  for (const part of document.querySelectorAll<HTMLElement>("[data-live]")) {
    const replacement = next.querySelector(`[data-live="${part.dataset.live}"]`);
    if (replacement) part.replaceWith(document.adoptNode(replacement));
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[hreflang]")) {
    const same = next.querySelector(`a[hreflang="${link.hreflang}"]`);
    link.setAttribute("href", same?.getAttribute("href") ?? link.href);
  }
  for (const details of foldables(document)) {
    const was = unfolded.get(details.dataset.key);
    details.open = details.open ? was !== false || details.querySelector("[aria-current]") !== null : was === true;
  }
  document.title = next.title;
  settle();
  if (findFocused && !focused?.isConnected) {
    (findFocused() ?? document.getElementById("results"))?.focus({ preventScroll: true });
  }
}

const foldables = (within: Document) => [...within.querySelectorAll<HTMLDetailsElement>("details[data-key]")];

/** How to find what has the focus again; nothing where it is not in a part that is replaced. */
function describe(focused: Element | null): (() => HTMLElement | undefined) | undefined {
  if (!(focused instanceof HTMLElement) || !focused.closest("[data-live], dialog")) return undefined;
  const [selector, name] = [groupOf(focused), nameOf(focused)];
  return () =>
    [...document.querySelectorAll<HTMLElement>(`${selector} :is(a, input, summary, button)`)].find(
      (element) => nameOf(element) === name,
    );
}

/** The outermost named group that it stands in: a chosen value moves to the front of its list. */
function groupOf(element: HTMLElement): string {
  let group = element.closest<HTMLElement>("[data-key], nav, ul[aria-label]");
  for (let outer = group; outer; outer = outer.parentElement?.closest<HTMLElement>("[data-key]") ?? null) group = outer;
  if (group?.dataset.key) return `[data-key="${CSS.escape(group.dataset.key)}"]`;
  return group ? `[aria-label="${CSS.escape(group.ariaLabel ?? "")}"]` : "body";
}

/** A count may change, a name does not. */
const nameOf = (element: HTMLElement): string =>
  element.getAttribute("name") ??
  element.dataset.name ??
  (element.querySelector("span")?.textContent || element.firstChild?.textContent || "").trim();
