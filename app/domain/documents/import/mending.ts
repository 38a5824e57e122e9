import type { Block } from "./block";
import { join } from "./blocks";
import type { Draft } from "./imported-document";
import { startsWithVerb } from "./opening-words";

const FUNCTION_WORD =
  /(?<!\p{L})(?:of|the|and|to|for|in|on|at|with|by|a|an|or|from|as|that|their|its|de|la|le|les|des|du|et|à|en|au|aux|par|pour|sur|que|y|el|los|las|del|para|por|con|o|e|da|do|dos|das|com)$/iu;

// No sentence is longer; without a limit, a file without any full stop would take for ever.
const LONGEST = 20_000;

/** `…; and`: the last item but one of a list is complete. */
const LEADS_TO_LAST = /;\s(?:and|or|and\/or|et|ou|y|o|e|und|oder|en|of)$/iu;

/** The text ends in mid-sentence: without any mark that could end a sentence or an item. */
export function breaksOff(text: string): boolean {
  if (LEADS_TO_LAST.test(text.slice(-12))) return false;
  return !/[.:;,!?…]["”»’)\]]*$/u.test(text.slice(-20));
}

/** `…,` or `…; and`: what else a recital, or a clause among others, ends with. */
export function endsAsClause(text: string): boolean {
  return /[,;](?:\s(?:and|et|y|e|und))?$/iu.test(text.slice(-8));
}

/** The text begins in mid-sentence. */
export function beginsInside(text: string): boolean {
  return /^["“«(]?\p{Ll}/u.test(text);
}

/** Whether an unlabelled block is the second half of the text before it, cut by a page or by a stray bullet. */
export function continues(before: string, block: Block): boolean {
  if (before === "" || block.heading > 0 || before.length > LONGEST) return false;
  if (!breaksOff(before) || (endsAsClause(before) && startsWithVerb(block.text))) return false;
  if (beginsInside(block.text)) return true;
  const hanging = FUNCTION_WORD.test(before.slice(-20)) || /[-–—(]$/u.test(before.slice(-2));
  return hanging || (block.page && /^[\d(“"«]/u.test(block.text) && !block.label);
}

/** Puts the second half back. */
export function mend(draft: Draft, block: Block): void {
  draft.text = join(draft.text, block.text);
}
