import type { Block } from "./block";
import { firstReading, successor } from "./labels";

const BODY =
  /^(?:in [^,.;:]{3,80}, )?(?:the|le|la|l[’']|el|los|las|les|os?|as?|der|die)\s?(?:\p{L}+\s){0,3}(?:congress|assembly|council|committee|commission|conference|forum|network|participants?|signatories|mayors|congrès|assemblée|conseil|comité|conférence|réseau|maires|congreso|asamblea|consejo|conferencia|foro|red|participantes|alcaldes|alcaldesas)(?!\p{L})/iu;
const CONSIDERS =
  "recalls?|notes?|considers?|believes?|observes?|regrets?|recogni[sz]es?|underlines?|stress(?:es)?|emphasi[sz]es?|welcomes?|deplores?|reaffirms?|reiterates?|acknowledges?|refers?|points? out|(?:is|are) (?:\\p{L}+ )?(?:concerned|convinced|aware|alarmed|worried|mindful)|rappellent|rappelle|notent|note|considère(?:nt)?|estime(?:nt)?|constate(?:nt)?|regrette(?:nt)?|souligne(?:nt)?|reconnaît|reconnaissent|réaffirme(?:nt)?|se félicite(?:nt)?|s[’']inquiète(?:nt)?|est (?:\\p{L}+ )?(?:convaincu|préoccupé|conscient)e?|recuerdan?|consideran?|observan?|constatan?|lamentan?|reconocen?|subrayan?|reafirman?|celebran?|est(?:á|án) (?:\\p{L}+ )?(?:convencid|preocupad)[oa]s?|having regard|referring|recalling|vu|considérant|rappelant|considerando|recordando";
const ASKS =
  "calls?\\s+(?:up)?on|invites?|asks?|recommends?|urges?|encourages?|requests?|decides?|resolves?|instructs?|undertakes?|agrees?|commits?|appelle(?:nt)?|invite(?:nt)?|demande(?:nt)?|recommande(?:nt)?|encourage(?:nt)?|décide(?:nt)?|exhorte(?:nt)?|s[’']engage(?:nt)?|prie(?:nt)?|piden?|invitan?|recomiendan?|exhortan?|instan?|alientan?|deciden?|solicitan?|acuerdan?|se comprometen?";
const EITHER = new RegExp(`(?<!\\p{L})(?:(${ASKS})|${CONSIDERS})(?!\\p{L})`, "iu");

/** Whether a numbered paragraph asks for something, by the first verb that tells: `The Congress therefore invites …` */
export function asksFor(text: string): boolean {
  return EITHER.exec(text.slice(0, 300))?.[1] !== undefined;
}

/** The first verb that tells what a numbered paragraph does: `The Congress notes …` */
export function decisiveVerb(text: string): string | null {
  return EITHER.exec(text.slice(0, 300))?.[0].toLowerCase().replace(/\s+/gu, " ") ?? null;
}

/**
 * Whether one numbering runs from considerations to decisions, as in resolutions of the Council of Europe: `1. The Congress notes …`,
 * `5. It invites …`.
 */
export function startsOneNumbering(blocks: Block[], at: number): boolean {
  const first = blocks[at];
  const start = first?.label && firstReading(first.label);
  if (!first?.label || start?.type !== "number" || first.heading > 0 || !BODY.test(first.rest) || asksFor(first.rest))
    return false;
  if (!EITHER.test(first.rest.slice(0, 300)) && !/[,:]$/u.test(first.rest)) return false;
  let last = start;
  for (const { label, rest, heading } of blocks.slice(at + 1, at + 200)) {
    if (heading > 0) return false;
    const next = label && successor(last, first.label.wrap, label);
    if (!next) continue;
    if (asksFor(rest)) return true;
    last = next;
  }
  return false;
}
