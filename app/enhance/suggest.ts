interface Suggestion {
  title: string;
  kind: string;
  url: string;
}

let boxes = 0;

/**
 * Makes a search field an editable combobox with a list of suggestions, after the pattern of the ARIA Authoring
 * Practices: down and up move through the list, Enter opens the chosen entry, Escape closes, typing searches again.
 */
export function enableSuggestions(field: HTMLElement): void {
  const input = field.querySelector("input");
  if (!input) return;
  const id = `suggestions-${++boxes}`;
  const list = document.createElement("ul");
  list.id = id;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.dataset.suggestLabel ?? "");
  const status = document.createElement("div");
  status.setAttribute("role", "status");
  status.className = "suggest-status";
  list.className = "suggest-list";
  field.append(list, status);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", id);

  let active = -1;
  let asked: AbortController | undefined;
  const options = () => [...list.children];

  const close = () => {
    // An answer that is still on its way must not open the list again.
    asked?.abort();
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const choose = (index: number) => {
    const all = options();
    active = all.length === 0 ? -1 : (index + all.length + 1) % (all.length + 1);
    // One place beyond the list is the field itself.
    if (active === all.length) active = -1;
    for (const [position, option] of all.entries()) option.setAttribute("aria-selected", String(position === active));
    const chosen = all[active];
    if (chosen) {
      input.setAttribute("aria-activedescendant", chosen.id);
      chosen.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  };

  const show = (suggestions: Suggestion[]) => {
    list.replaceChildren(
      ...suggestions.map(({ title, kind, url }, index) => {
        const option = document.createElement("li");
        option.id = `${id}-${index}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.dataset.url = url;
        const name = document.createElement("span");
        name.textContent = title;
        const what = document.createElement("small");
        what.textContent = kind;
        option.append(name, " ", what);
        return option;
      }),
    );
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.hidden = suggestions.length === 0;
    input.setAttribute("aria-expanded", String(suggestions.length > 0));
    const { suggestNone = "", suggestOne = "", suggestCount = "" } = field.dataset;
    status.textContent =
      suggestions.length === 0
        ? suggestNone
        : suggestions.length === 1
          ? suggestOne
          : suggestCount.replace("#", String(suggestions.length));
  };

  const ask = async () => {
    asked?.abort();
    const typed = input.value.trim();
    if (typed === "") {
      status.textContent = "";
      close();
      return;
    }
    asked = new AbortController();
    try {
      const answer = await fetch(`/search/suggest?q=${encodeURIComponent(typed)}`, { signal: asked.signal });
      if (!answer.ok) return close();
      show((await answer.json()).suggestions);
    } catch {
      // Superseded by the next keystroke, or no connection: the form works without suggestions.
    }
  };

  input.addEventListener("input", () => void ask());
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) void ask();
      else choose(event.key === "ArrowDown" ? active + 1 : active === -1 ? options().length - 1 : active - 1);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      location.assign((options()[active] as HTMLElement).dataset.url ?? "/search");
    } else if (event.key === "Tab") close();
  });
  // The press must not take the focus from the field before the click arrives.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = (event.target as Element).closest<HTMLElement>("[data-url]");
    if (option?.dataset.url) location.assign(option.dataset.url);
  });
  input.addEventListener("blur", close);
}
