import { chosenParameters } from "./chosen-parameters";
import { replaceParts } from "./page-parts";
import { rememberSearch } from "./recent";
import { tellSettled } from "./settled";
import { enableSheet } from "./sheet";

/** So long nobody has typed that the words are worth a question. */
const questionAfter = 120;
/** So long that the words were meant: the next ones are another search, with an entry of its own in the history. */
const settledAfter = 1500;
/** So long that the number of results is told: not at each key. */
const toldAfter = 1000;
const keptAnswers = 30;

/**
 * Results while typing: the search page of the new words is fetched, and its results take the place of those shown. Filters,
 * sorts and pages come the same way. Typing replaces the entry in the history, everything else adds one; going back restores
 * box, results and place. Only the newest question counts, and the field is never written into while somebody types.
 */
export function enableLiveSearch(page: HTMLElement): void {
  const form = page.querySelector<HTMLFormElement>('form[action="/search"]');
  const input = form?.querySelector<HTMLInputElement>('input[name="q"]');
  const status = page.querySelector<HTMLElement>("[data-live-status]");
  const trouble = page.querySelector<HTMLElement>("[data-live-trouble]");
  if (!form || !input || !status || !trouble) return;
  const sheet = enableSheet();
  let shown = here();
  // As it came: later the sheet may hold a part of it.
  const answers = new Map([[shown, document.documentElement.outerHTML]]);
  let wanted = shown;
  let asked: AbortController | undefined;
  /** Asks anew for what did not come. */
  let again: (() => void) | undefined;
  /** Whether the present entry in the history is of words that are still being typed. */
  let growing = false;
  let questionTimer = 0;
  let settledTimer = 0;
  let toldTimer = 0;

  const tell = (text: string, after: number) => {
    clearTimeout(toldTimer);
    toldTimer = window.setTimeout(() => {
      status.textContent = text;
    }, after);
  };

  /** The words were meant. While their answer is on its way it is too early to say. */
  const settle = () => {
    clearTimeout(settledTimer);
    if (wanted !== shown) return;
    growing = false;
    tellSettled(queryOf(shown));
    const found = document.getElementById("exports") !== null;
    if (found) rememberSearch(queryOf(shown).get("q") ?? "");
  };

  const keep = (path: string, html: string) => {
    answers.delete(path);
    answers.set(path, html);
    if (answers.size > keptAnswers) answers.delete(answers.keys().next().value ?? "");
  };

  /** Shows that results are on their way; on a quick line nothing of it is seen (search-page.module.css). */
  const wait = (waits: boolean) => {
    document.querySelector('[data-live="results"]')?.setAttribute("aria-busy", String(waits));
    if (waits) tell(page.dataset.searching ?? "", toldAfter);
  };

  const forgive = () => {
    again = undefined;
    trouble.hidden = true;
  };

  const show = (path: string, html: string): boolean => {
    wait(false);
    const next = new DOMParser().parseFromString(html, "text/html");
    if (!next.querySelector('[data-live="results"]')) return false;
    keep(path, html);
    shown = path;
    forgive();
    replaceParts(next, sheet.refresh);
    tell(document.getElementById("results")?.firstChild?.textContent ?? "", toldAfter);
    return true;
  };

  /** Brings the page of an address; `arrived` runs when it is the newest that was asked for, before it is shown. */
  const bring = async (path: string, arrived: () => void): Promise<boolean> => {
    asked?.abort();
    clearTimeout(questionTimer);
    wanted = path;
    asked = new AbortController();
    const { signal } = asked;
    try {
      const kept = answers.get(path);
      if (kept === undefined) wait(true);
      const answer = kept === undefined ? await fetch(path, { signal, headers: { Accept: "text/html" } }) : undefined;
      if (answer && !answer.ok) throw new Error(answer.statusText);
      const html = kept ?? (await answer?.text()) ?? "";
      if (signal.aborted) return false;
      arrived();
      if (!show(path, html)) location.assign(path);
      return true;
    } catch {
      if (signal.aborted) return false;
      // What was asked for did not come: later questions start from the address.
      wanted = here();
      again = () => void bring(path, arrived);
      wait(false);
      trouble.hidden = false;
      const said = trouble.firstElementChild?.textContent ?? "";
      sheet.say(said);
      tell(said, 0);
      return false;
    }
  };

  const push = (path: string) => {
    if (path === here()) return;
    if (sheet.giveEntry()) return history.replaceState({ scroll: scrollY }, "", path);
    history.replaceState({ ...history.state, scroll: scrollY }, "");
    history.pushState({ scroll: scrollY }, "", path);
  };

  const typedPath = () => {
    const others = [...queryOf(wanted)].filter(([name]) => name !== "q" && name !== "page");
    return pathOf([...(input.value ? [["q", input.value]] : []), ...others]);
  };

  let coming: Promise<boolean> | undefined;
  const search = async (): Promise<void> => {
    const path = typedPath();
    if (again && path === shown && path === wanted) forgive();
    if (path !== wanted || again) {
      coming = bring(path, () => {
        if (growing) history.replaceState(history.state, "", path);
        else push(path);
        growing = true;
      });
    }
    await coming;
    clearTimeout(settledTimer);
    settledTimer = window.setTimeout(settle, settledAfter);
  };

  const ask = () => {
    clearTimeout(questionTimer);
    clearTimeout(settledTimer);
    questionTimer = window.setTimeout(() => void search(), questionAfter);
  };
  // Half a Chinese word is no question.
  input.addEventListener("input", (event) => (event as InputEvent).isComposing || ask());
  input.addEventListener("compositionend", ask);
  input.addEventListener("change", settle);

  /** Goes where a link or a form of the results leads, with the words and the filters that were chosen since these came. */
  const choose = async (path: string, { whole = false, toResults = false } = {}): Promise<void> => {
    const chosen = queryOf(path);
    const words = chosen.get("q") ?? "";
    const isAboutWords = words !== (queryOf(shown).get("q") ?? "");
    const query =
      whole || wanted === shown
        ? chosen
        : new URLSearchParams(chosenParameters([...queryOf(shown)], [...chosen], [...queryOf(wanted)]));
    if (!isAboutWords && input.value !== (query.get("q") ?? "")) query.set("q", input.value);
    growing = false;
    const target = pathOf([...query].filter(([, value]) => value !== ""));
    const brought = await bring(target, () => push(target));
    if (!brought) return;
    if (isAboutWords) input.value = words;
    settle();
    if (!toResults) return;
    const results = document.getElementById("results");
    results?.scrollIntoView();
    results?.focus({ preventScroll: true });
  };

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
      return;
    const link = (event.target as Element).closest<HTMLAnchorElement>("[data-live] a[href], dialog a[href]");
    if (!link || link.origin !== location.origin || link.pathname !== "/search") return;
    event.preventDefault();
    const toResults = link.rel === "next" || link.rel === "prev";
    void choose(link.pathname + link.search, { whole: "whole" in link.dataset, toResults });
  });

  document.addEventListener("submit", (event) => {
    const submitted = event.target as HTMLFormElement;
    if (submitted === form) {
      event.preventDefault();
      clearTimeout(questionTimer);
      void search().then(settle);
    } else if (submitted.closest("[data-live], dialog")) {
      event.preventDefault();
      const entries = [...new FormData(submitted)].map(([name, value]) => [name, String(value)]);
      void choose(pathOf(entries));
    }
  });

  trouble.querySelector("button")?.addEventListener("click", () => again?.());
  addEventListener("online", () => again?.());

  addEventListener("popstate", () => {
    if (sheet.takesBack()) return;
    const path = here();
    if (path === wanted && path === shown) return;
    clearTimeout(settledTimer);
    growing = false;
    input.value = queryOf(path).get("q") ?? "";
    const scroll: unknown = history.state?.scroll;
    void bring(path, () => undefined).then((brought) => {
      if (brought && typeof scroll === "number") scrollTo({ top: scroll, behavior: "instant" });
    });
  });
  settle();
}

const here = () => location.pathname + location.search;

const queryOf = (path: string) => new URLSearchParams(path.split("?")[1]);

const pathOf = (parameters: string[][]) =>
  parameters.length > 0 ? `/search?${new URLSearchParams(parameters)}` : "/search";
