import type { EditorTexts } from "~/ui/contribution/editor-texts";
import { type FieldPart, fill } from "./field-part";

/** The text that somebody else saved meanwhile. */
export interface Theirs {
  value: string;
  revision: number;
  savedBy: string | null;
  savedAt: string;
  /** As it can be read. */
  text: string;
}

/** Shows both texts: theirs above, one's own in the field. Nothing is saved until one of them is chosen, or both are joined. */
export function showConflict(
  part: FieldPart,
  theirs: Theirs,
  texts: EditorTexts,
  time: string,
  save: () => void,
): void {
  const panel = element("div", "", "conflict");
  panel.setAttribute("role", "group");
  panel.setAttribute("aria-label", texts.conflict);
  panel.tabIndex = -1;
  const text = element("pre", theirs.text || texts.emptyText, "theirs");
  // What scrolls must be reached by keyboard.
  text.tabIndex = 0;
  const end = (then: () => void) => {
    part.conflict = null;
    part.base = theirs.revision;
    panel.remove();
    then();
    part.part.querySelector<HTMLElement>("textarea, input:not([type=hidden]), select, summary")?.focus();
  };
  const buttons = element("p", "", "buttons");
  buttons.append(
    button(texts.keepMine, () => end(save)),
    button(texts.takeTheirs, () =>
      end(() => {
        part.show(theirs.value);
        part.say(fill(texts.others, { name: theirs.savedBy ?? texts.someone, time }));
      }),
    ),
  );
  panel.append(
    element("p", texts.conflict, "conflictTitle"),
    element("p", fill(texts.conflictLead, { name: theirs.savedBy ?? texts.someone, time })),
    element("p", texts.theirs, "conflictTitle"),
    text,
    buttons,
  );
  part.conflict = panel;
  part.say(texts.unsaved);
  const state = part.part.querySelector("[data-state]")?.parentElement;
  state?.before(panel);
  panel.scrollIntoView({ block: "nearest" });
}

function element(name: string, text: string, look?: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  if (look) made.dataset.look = look;
  return made;
}

function button(text: string, onClick: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.dataset.look = "small";
  made.addEventListener("click", onClick);
  return made;
}
