import { forgetSearch, keepSearches, recentSearches } from "./recent";

/** Options of the empty search field's list: recent searches, each of which can be forgotten, and whether they are kept. */
export function recentOptions(texts: string[], wanted: boolean): HTMLElement[] {
  const [title = "", forget = "", forgetAll = "", off = "", on = ""] = texts;
  const recent = recentSearches();
  // Who keeps none is asked only when looking for the list.
  if (recent === null) return wanted ? [action(on, () => keepSearches(true))] : [];
  if (!recent?.length) return [];
  const heading = document.createElement("li");
  heading.setAttribute("role", "presentation");
  heading.className = "suggest-heading";
  heading.textContent = title;
  const searches = recent.map((text) => {
    const item = option(text, () => undefined);
    item.dataset.text = text;
    const cross = document.createElement("span");
    cross.className = "suggest-forget";
    cross.title = forget.replace("#", text);
    cross.textContent = "×";
    cross.ariaHidden = "true";
    item.append(cross);
    item.setAttribute("aria-description", cross.title);
    item.addEventListener("forget", () => forgetSearch(text));
    return item;
  });
  return [heading, ...searches, action(forgetAll, () => keepSearches(true)), action(off, () => keepSearches(false))];
}

function action(text: string, act: () => void): HTMLElement {
  const item = option(text, act);
  item.className = "suggest-action";
  return item;
}

/** `act` runs at the event `act`. */
function option(text: string, act: () => void): HTMLElement {
  const item = document.createElement("li");
  const name = document.createElement("span");
  name.textContent = text;
  item.append(name);
  item.addEventListener("act", act);
  return item;
}
