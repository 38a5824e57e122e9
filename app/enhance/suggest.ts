import { recentOptions } from "./recent-options";

interface Suggestion {
  title: string;
  kind: string;
  url: string;
}

/** So long nobody has typed: who types quickly is not asked about at each key. */
const questionAfter = 80;
let boxes = 0;

/**
 * Makes a search field an editable combobox with a list of suggestions, after the pattern of the ARIA Authoring
 * Practices: down and up move through the list, Enter opens the chosen entry, Escape closes, typing searches again. The list of
 * the empty field has the recent searches of this device; Delete forgets one.
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
  let questionTimer = 0;
  const options = () => [...list.querySelectorAll<HTMLElement>("[role=option]")];
  const recentTexts = (field.dataset.recent ?? "").split("|");

  const close = () => {
    // An answer that is still on its way must not open the list again.
    clearTimeout(questionTimer);
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

  const fill = (items: HTMLElement[], told: string) => {
    for (const [index, item] of items.entries()) {
      item.id = `${id}-${index}`;
      if (item.role) continue;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
    }
    list.replaceChildren(...items);
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.hidden = items.length === 0;
    input.setAttribute("aria-expanded", String(items.length > 0));
    status.textContent = told;
  };

  const show = (suggestions: Suggestion[]) => {
    const { suggestNone = "", suggestOne = "", suggestCount = "", suggestLabel = "" } = field.dataset;
    list.setAttribute("aria-label", suggestLabel);
    const count = suggestions.length;
    fill(
      suggestions.map(({ title, kind, url }) => {
        const option = document.createElement("li");
        option.dataset.url = url;
        const name = document.createElement("span");
        name.textContent = title;
        const what = document.createElement("small");
        what.textContent = kind;
        option.append(name, " ", what);
        return option;
      }),
      count === 0 ? suggestNone : count === 1 ? suggestOne : suggestCount.replace("#", String(count)),
    );
  };

  const showRecent = (wanted: boolean) => {
    asked?.abort();
    const items = recentOptions(recentTexts, wanted);
    list.setAttribute("aria-label", recentTexts[0] ?? "");
    fill(items, items.length > 0 ? (recentTexts[0] ?? "") : "");
  };

  /** Opens an entry, searches again for what was searched, or does what an option says. */
  const pick = (option: HTMLElement) => {
    const { url, text } = option.dataset;
    if (url) return location.assign(url);
    if (text !== undefined) {
      close();
      input.value = text;
      return input.form?.requestSubmit();
    }
    option.dispatchEvent(new Event("act"));
    showRecent(false);
  };

  const forget = (option: HTMLElement) => {
    const place = options().indexOf(option);
    option.dispatchEvent(new Event("forget"));
    showRecent(false);
    if (options()[place]?.dataset.text !== undefined) choose(place);
  };

  const ask = async () => {
    asked?.abort();
    const typed = input.value.trim();
    if (typed === "") return showRecent(false);
    asked = new AbortController();
    try {
      const answer = await fetch(`/search/suggest?q=${encodeURIComponent(typed)}`, { signal: asked.signal });
      if (!answer.ok) return close();
      show((await answer.json()).suggestions);
    } catch {
      // Superseded by the next keystroke, or no connection: the form works without suggestions.
    }
  };

  const askSoon = () => {
    clearTimeout(questionTimer);
    questionTimer = window.setTimeout(() => void ask(), input.value.trim() === "" ? 0 : questionAfter);
  };
  input.addEventListener("input", (event) => (event as InputEvent).isComposing || askSoon());
  input.addEventListener("compositionend", askSoon);
  input.addEventListener("keydown", (event) => {
    // While a word is composed, keys choose among its spellings.
    if (event.isComposing) return;
    const chosen = options()[active];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) input.value.trim() === "" ? showRecent(true) : void ask();
      else choose(event.key === "ArrowDown" ? active + 1 : active === -1 ? options().length - 1 : active - 1);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && chosen) {
      event.preventDefault();
      pick(chosen);
    } else if (event.key === "Delete" && chosen?.dataset.text !== undefined) {
      event.preventDefault();
      forget(chosen);
    } else if (event.key === "Tab") close();
  });
  // The press must not take the focus from the field before the click arrives.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const target = event.target as Element;
    const option = target.closest<HTMLElement>("[role=option]");
    if (option) target.matches(".suggest-forget") ? forget(option) : pick(option);
  });
  input.addEventListener("click", () => {
    if (input.value === "" && list.hidden) showRecent(false);
  });
  input.form?.addEventListener("submit", close);
  input.addEventListener("blur", close);
}
