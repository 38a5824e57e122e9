import type { ImportedProvision } from "./imported-document";

const LONGEST = 120;

/** What a provision is called in lists and citations: a section by its heading, all others by kind and number. */
export function provisionTitle({ kind, eId, label, heading, text }: ImportedProvision): string {
  if (eId === "preface" || eId === "opening" || eId === "enacting-formula") return capital(eId.replace("-", " "));
  if (kind === "section") return shorten(heading ?? text.split("\n")[0] ?? "") || capital(eId.replaceAll("-", " "));
  if (label && eId.startsWith(kind) && /^\p{L}+\s/u.test(label)) return capital(label);
  if (label && eId.startsWith(`${kind}-`) && !/-item-/u.test(eId)) return `${capital(kind)} ${label}`;
  return fromAddress(eId);
}

/** `recommendation-3-a` → `Recommendation 3 (a)`, `recommendation-3-item-1` → `Recommendation 3, item 1`. */
function fromAddress(eId: string): string {
  const [name = "", ...steps] = eId.split("-");
  const parts = steps.map((step, at) => {
    if (at === 0) return ` ${step}`;
    if (/^[a-z]{4,}$/u.test(step)) return `, ${step}`;
    const behindWord = /^[a-z]{4,}$/u.test(steps[at - 1] ?? "");
    if (/^\d+$/u.test(step)) return behindWord ? ` ${step}` : `.${step}`;
    return ` (${step})`;
  });
  return capital(name) + parts.join("");
}

function shorten(text: string): string {
  if (text.length <= LONGEST) return text;
  const cut = text.slice(0, LONGEST - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 60)).replace(/[\s,;:.]+$/u, "")}…`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
