import { countWords } from "~/domain/contributions/field-value";
import type { EditorTexts } from "~/ui/contribution/editor-texts";
import { type Control, sentByServer } from "../typed-early";

type Row = Record<string, string>;

export const fill = (text: string, values: Record<string, string | number>) =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ""));

const isBox = (control: Control): control is HTMLInputElement =>
  control.type === "checkbox" || control.type === "radio";

const asItStands = (control: Control) => ({
  value: control.value,
  checked: control instanceof HTMLInputElement && control.checked,
});

/** A field of the form: its inputs, its state, its count, its lines. It knows nothing of the server. */
export class FieldPart {
  readonly name: string;
  readonly #texts: EditorTexts;
  readonly #base: HTMLInputElement | null;
  /** What the server acknowledged last, as the inputs would send it. */
  saved: string;
  /** Where it is that the other text of a conflict is shown. */
  conflict: HTMLElement | null = null;

  constructor(
    readonly part: HTMLElement,
    texts: EditorTexts,
  ) {
    this.name = part.dataset.field ?? "";
    this.#texts = texts;
    this.#base = part.querySelector(`input[name="revision.${this.name}"]`);
    // Not what stands there now: who was quick has typed by then.
    this.saved = this.sent(sentByServer);
  }

  get base(): number {
    return Number(this.#base?.value);
  }

  set base(revision: number) {
    if (this.#base) this.#base.value = String(revision);
  }

  get dirty(): boolean {
    return this.sent() !== this.saved;
  }

  #controls(): Control[] {
    const all = this.part.querySelectorAll<Control>("input[name], textarea[name], select[name]");
    return [...all].filter(({ name }) => name === this.name || name.startsWith(`${this.name}.`));
  }

  /** What the form would send of this field, but for its revision. */
  sent(stateOf: (control: Control) => { value: string; checked: boolean } = asItStands): string {
    const body = new URLSearchParams();
    for (const control of this.#controls()) {
      const { value, checked } = stateOf(control);
      if (!isBox(control) || checked) body.append(control.name, value);
    }
    return body.toString();
  }

  say(text: string): void {
    const state = this.part.querySelector("[data-state]");
    if (state && state.textContent !== text) state.textContent = text;
  }

  /** Puts what was kept back into the inputs. */
  putBack(sent: string): void {
    const body = new URLSearchParams(sent);
    const lines = [...body.keys()].map((name) => Number(name.split(".")[1] ?? 0));
    this.#growTo(Math.max(0, ...lines) + 1);
    for (const control of this.#controls()) {
      if (isBox(control)) control.checked = body.getAll(control.name).includes(control.value);
      else control.value = body.get(control.name) ?? "";
    }
    this.count();
  }

  /** Shows a value of the server's. */
  show(value: string): void {
    const { kind } = this.part.dataset;
    const body = new URLSearchParams();
    if (kind === "codes") for (const code of value ? (JSON.parse(value) as string[]) : []) body.append(this.name, code);
    else if (kind === "rows")
      (value ? (JSON.parse(value) as Row[]) : []).forEach((row, index) => {
        for (const [column, cell] of Object.entries(row)) body.append(`${this.name}.${index}.${column}`, cell);
      });
    else body.append(this.name, value);
    this.putBack(body.toString());
    this.saved = this.sent();
  }

  count(): void {
    const texts = this.#texts;
    const control = this.#controls()[0];
    const count = this.part.querySelector("[data-count]");
    if (count && control) {
      const isLine = this.part.dataset.kind === "line";
      const number = isLine ? control.value.length : countWords(control.value);
      const max = /\d+(?=\D*$)/.exec(count.textContent ?? "")?.[0] ?? "";
      count.textContent = isLine
        ? fill(texts.characters, { count: number, max })
        : fill(number === 1 ? texts.word : texts.words, { count: number });
    }
    const chosen = this.part.querySelector("[data-chosen]");
    if (chosen) {
      const number = this.part.querySelectorAll(`input[name="${this.name}"]:checked`).length;
      chosen.textContent = fill(number === 1 ? texts.chosenOne : texts.chosen, { count: number });
    }
  }

  #growTo(lines: number): void {
    const rows = this.part.querySelector("[data-rows]");
    while (rows && rows.children.length < lines) addRow(rows);
  }
}

/** A new line at the end of a table: the last one, emptied, under the next number. */
export function addRow(rows: Element): void {
  const last = rows.lastElementChild;
  const next = last?.cloneNode(true);
  if (!(next instanceof HTMLElement)) return;
  const number = rows.children.length;
  const renumber = (text: string) => text.replace(/\.\d+\./, `.${number}.`);
  for (const control of next.querySelectorAll<Control>("input, select, textarea")) {
    control.name = renumber(control.name);
    control.id = renumber(control.id);
    control.value = "";
  }
  for (const label of next.querySelectorAll("label")) label.htmlFor = renumber(label.htmlFor);
  const legend = next.querySelector("legend");
  if (legend) legend.textContent = (legend.textContent ?? "").replace(/\d+/, String(number + 1));
  rows.append(next);
}
