interface Sheet {
  /** Takes the filters of the page as it is by now. */
  refresh: () => void;
  /** Says something to who has the sheet before them. */
  say: (text: string) => void;
  /** Whether the next address takes the sheet's own entry in the history. */
  giveEntry: () => boolean;
  /** Whether a step in the history was about the sheet alone. */
  takesBack: () => boolean;
}

/**
 * Shows the filters as a sheet where they are folded into one line (on a phone): a modal dialog with a button that says how
 * many results there are. Where it cannot, the line unfolds as it does without scripts. Going back closes the sheet; what was chosen
 * in it stays.
 */
export function enableSheet(): Sheet {
  let dialog: HTMLDialogElement | undefined;
  /** Whether the newest entry of the history is there for the sheet alone, so that going back closes it. */
  let hasEntry = false;
  /** Whether the next step in the history is of our doing. */
  let isStepping = false;

  /** The filters of the page as it is by now: results come anew while the sheet is open. */
  const filters = () => {
    const aside = document.querySelector<HTMLElement>("[data-sheet]");
    const summary = aside?.querySelector("summary");
    return aside && summary ? { aside, summary, list: summary.parentElement?.nextElementSibling } : undefined;
  };

  const close = () => dialog?.close();

  const step = (by: number) => {
    isStepping = true;
    history.go(by);
  };

  const open = () => {
    const found = filters();
    if (!found?.list) return;
    const { aside, list } = found;
    const sheet = document.createElement("dialog");
    const head = document.createElement("header");
    const title = document.createElement("h2");
    const body = document.createElement("div");
    const foot = document.createElement("footer");
    sheet.className = "sheet";
    title.id = "sheet-title";
    title.textContent = aside.ariaLabel;
    sheet.setAttribute("aria-labelledby", title.id);
    head.append(title, button(aside.dataset.close));
    body.append(list);
    foot.append(document.createElement("p"), button(aside.dataset.sheet));
    foot.setAttribute("aria-live", "polite");
    sheet.append(head, body, foot);
    sheet.addEventListener("click", ({ target }) => target === sheet && close());
    sheet.addEventListener("close", () => {
      const now = filters();
      now?.aside.append(...body.childNodes);
      sheet.remove();
      dialog = undefined;
      if (hasEntry) step(-1);
      hasEntry = false;
      now?.summary.focus();
    });
    document.body.append(sheet);
    dialog = sheet;
    sheet.showModal();
    history.replaceState({ ...history.state, scroll: scrollY }, "");
    history.pushState({ scroll: scrollY }, "");
    hasEntry = true;
  };

  const button = (text = "") => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", close);
    return made;
  };

  document.addEventListener("click", (event) => {
    const summary = (event.target as Element).closest("[data-sheet] > details > summary");
    if (!summary || !("showModal" in HTMLDialogElement.prototype)) return;
    event.preventDefault();
    open();
  });
  // On a wider window the filters stand beside the results.
  matchMedia("(min-width: 60.01rem)").addEventListener("change", close);

  const say = (text: string) => {
    const said = dialog?.querySelector("footer p");
    if (said) said.textContent = text;
  };

  return {
    say,
    refresh() {
      if (!dialog) return;
      const now = filters();
      if (!now?.list) return close();
      const body = dialog.children[1];
      const scroll = body?.scrollTop ?? 0;
      body?.replaceChildren(now.list);
      if (body) body.scrollTop = scroll;
      const show = dialog.querySelector("footer button");
      if (show) show.textContent = now.aside.dataset.sheet ?? "";
      say("");
    },
    giveEntry() {
      const given = dialog !== undefined && hasEntry;
      if (given) hasEntry = false;
      return given;
    },
    takesBack() {
      if (isStepping) {
        isStepping = false;
        return true;
      }
      if (!dialog) return false;
      // Back to where the sheet was opened is back far enough; from what was chosen in it, one step was too many.
      if (!hasEntry) step(1);
      hasEntry = false;
      close();
      return true;
    },
  };
}
