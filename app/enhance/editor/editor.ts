import type { EditorTexts } from "~/ui/contribution/editor-texts";
import { showConflict, type Theirs } from "./conflict";
import { addRow, FieldPart, fill } from "./field-part";
import { enableMarks } from "./marks";
import { enablePreview } from "./preview";

const pauseAfter = 1500;
const chosenAfter = 200;
const again = 10_000;

interface Saved {
  revision: number;
  value: string;
  at: string;
  percent: number;
  next: { href: string; text: string };
}

interface Changed {
  field: string;
  value: string;
  revision: number;
  savedBy: string | null;
  savedAt: string;
  own: boolean;
}

/**
 * Saves the fields of a draft one by one: after a pause, and when one leaves them. What is not yet on the server stays in the page
 * and in the tab's storage, whatever happens to the session or the line. Others' saves appear; a conflict shows both texts.
 */
export function enableEditor(form: HTMLFormElement): void {
  // Sent back by the server, the form is first put right and sent again as it came: as a whole.
  if (form.querySelector("[data-conflict], [data-wrong]")) return;
  const address = form.dataset.editor ?? "";
  const texts = JSON.parse(form.dataset.texts ?? "{}") as EditorTexts;
  const notice = document.querySelector<HTMLElement>("[data-notice]");
  const parts = [...form.querySelectorAll<HTMLElement>("[data-field]")].map((part) => new FieldPart(part, texts));
  const timers = new Map<FieldPart, number>();
  const saving = new Set<FieldPart>();
  const store = `draft ${address}`;
  let seen = Number(form.dataset.revision);
  let trouble: "" | "ended" | "offline" | "unwritten" = "";

  const clock = (iso: string) =>
    new Date(iso).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });

  const tell = (kind: typeof trouble) => {
    if (trouble === kind || !notice) return;
    trouble = kind;
    notice.textContent = kind ? texts[kind] : "";
    if (kind !== "ended") return;
    const link = document.createElement("a");
    Object.assign(link, { href: "/sign-in?to=/desk", target: "_blank", textContent: texts.signIn });
    notice.append(" ", link);
  };

  const keep = () => {
    const kept = Object.fromEntries(
      parts.flatMap((part) => (part.dirty ? [[part.name, { sent: part.sent(), base: part.base }]] : [])),
    );
    try {
      if (Object.keys(kept).length > 0) sessionStorage.setItem(store, JSON.stringify(kept));
      else sessionStorage.removeItem(store);
    } catch {
      // Storage may be full or forbidden: the text stays in the page.
    }
  };

  const settle = (part: FieldPart, sent: string, { revision, value, at, percent, next }: Saved) => {
    const typedOn = part.sent() !== sent;
    part.saved = sent;
    part.base = revision;
    part.part.removeAttribute("data-wrong");
    tell("");
    if (typedOn) plan(part, pauseAfter);
    else {
      // The server trims; who pauses after a space goes on writing behind it.
      const isLeft = !part.part.contains(document.activeElement);
      if (isLeft && part.part.dataset.kind !== "rows" && part.part.dataset.kind !== "codes") part.show(value);
      part.say(fill(texts.saved, { time: clock(at) }));
    }
    keep();
    const meter = document.querySelector<HTMLMeterElement>("[data-meter]");
    if (meter) meter.value = percent;
    const number = document.querySelector("[data-percent]");
    if (number) number.textContent = fill(texts.percent, { percent });
    const link = document.querySelector<HTMLAnchorElement>("[data-next]");
    if (link) Object.assign(link, { href: next.href, textContent: next.text });
  };

  const save = async (part: FieldPart): Promise<void> => {
    window.clearTimeout(timers.get(part));
    if (!part.dirty || part.conflict || saving.has(part)) return;
    saving.add(part);
    part.say(texts.saving);
    const sent = part.sent();
    const body = new URLSearchParams(sent);
    body.set(`revision.${part.name}`, String(part.base));
    try {
      const answer = await fetch(`${address}/save`, { method: "POST", body, keepalive: sent.length < 50_000 });
      const told = (await answer.json().catch(() => ({}))) as Saved & { message?: string; theirs?: Theirs };
      if (answer.ok) settle(part, sent, told);
      else if (answer.status === 409 && told.theirs) {
        showConflict(part, told.theirs, texts, clock(told.theirs.savedAt), () => void save(part));
        tell("");
        keep();
      } else if (answer.status === 401) {
        tell("ended");
        part.say(texts.unsaved);
      } else if (answer.status === 503) {
        // It is tried again with the next look.
        tell("unwritten");
        part.say(texts.unsaved);
      } else {
        part.part.dataset.wrong = "";
        part.say(told.message ?? texts.refused);
      }
    } catch {
      tell("offline");
      part.say(texts.unsaved);
    } finally {
      saving.delete(part);
    }
  };

  const plan = (part: FieldPart, after: number) => {
    window.clearTimeout(timers.get(part));
    timers.set(
      part,
      window.setTimeout(() => void save(part), after),
    );
  };

  const partOf = (target: EventTarget | null) =>
    parts.find(({ part }) => target instanceof Node && part.contains(target));

  form.addEventListener("input", ({ target }) => {
    const part = partOf(target);
    if (!part) return;
    part.count();
    if (part.dirty) part.say(texts.unsaved);
    keep();
    plan(part, target instanceof HTMLSelectElement || part.part.dataset.kind === "codes" ? chosenAfter : pauseAfter);
  });
  form.addEventListener("focusout", ({ target, relatedTarget }) => {
    const part = partOf(target);
    if (part && part !== partOf(relatedTarget)) void save(part);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    for (const part of parts) void save(part);
  });
  document.addEventListener("visibilitychange", () => {
    for (const part of parts) void save(part);
    if (!document.hidden) void look();
  });

  const take = ({ field, value, revision, savedBy, savedAt, own }: Changed) => {
    const part = parts.find(({ name }) => name === field);
    // What is being written is not replaced: saving it will show both texts.
    if (!part || part.base >= revision || part.dirty || part.conflict || saving.has(part)) return;
    part.show(value);
    part.base = revision;
    const time = clock(savedAt);
    part.say(own ? fill(texts.saved, { time }) : fill(texts.others, { name: savedBy ?? texts.someone, time }));
  };

  const look = async (): Promise<void> => {
    if (document.hidden) return;
    try {
      const answer = await fetch(`${address}/changes?after=${seen}`);
      if (answer.status === 401) return tell("ended");
      if (!answer.ok) return;
      const { revision, fields } = (await answer.json()) as { revision: number; fields: Changed[] };
      for (const field of fields) take(field);
      seen = revision;
      if (trouble !== "unwritten") tell("");
    } catch {
      tell("offline");
    }
    for (const part of parts) if (part.dirty && !("wrong" in part.part.dataset)) void save(part);
  };
  window.setInterval(() => void look(), again);

  for (const part of parts) {
    enableMarks(part.part);
    enablePreview(part.part);
    const button = part.part.querySelector<HTMLButtonElement>("[data-add-row]");
    const rows = part.part.querySelector("[data-rows]");
    if (!button || !rows) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      addRow(rows);
      rows.lastElementChild?.querySelector<HTMLElement>("input, select, textarea")?.focus();
    });
  }

  // What did not reach the server before the page was left, or before signing in again.
  const kept = JSON.parse(sessionStorage.getItem(store) ?? "{}") as Record<string, { sent: string; base: number }>;
  for (const part of parts) {
    const text = kept[part.name];
    if (part.dirty) {
      // Typed before this script was there.
      part.count();
      part.say(texts.unsaved);
      plan(part, pauseAfter);
      continue;
    }
    if (!text || part.conflict || text.sent === part.sent()) continue;
    part.putBack(text.sent);
    part.base = text.base;
    if (notice) notice.textContent = texts.kept;
    void save(part);
  }
}
