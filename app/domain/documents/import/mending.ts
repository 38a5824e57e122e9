import type { Block } from "./block";
import { join } from "./blocks";
import type { Draft } from "./imported-document";

const FUNCTION_WORD =
  /(?<!\p{L})(?:of|the|and|to|for|in|on|at|with|by|a|an|or|from|as|that|their|its|de|la|le|les|des|du|et|à|en|au|aux|par|pour|sur|que|y|el|los|las|del|para|por|con|o|e|da|do|dos|das|com)$/iu;

// No sentence is longer; without a limit, a file without any full stop would take for ever.
const LONGEST = 20_000;

/** The text ends in mid-sentence: without any mark that could end a sentence or an item. */
export function breaksOff(text: string): boolean {
  return !/[.:;,!?…]["”»’)\]]*$/u.test(text.slice(-20));
}

/** The text begins in mid-sentence. */
export function beginsInside(text: string): boolean {
  return /^["“«(]?\p{Ll}/u.test(text);
}

/** Whether an unlabelled block is the second half of the text before it, cut by a page or by a stray bullet. */
export function continues(before: string, block: Block): boolean {
  if (before === "" || block.heading > 0 || before.length > LONGEST) return false;
  if (!breaksOff(before)) return false;
  if (beginsInside(block.text)) return true;
  const hanging = FUNCTION_WORD.test(before.slice(-20)) || /[-–—(]$/u.test(before.slice(-2));
  return hanging || (block.page && /^[\d(“"«]/u.test(block.text) && !block.label);
}

/** Puts the second half back. */
export function mend(draft: Draft, block: Block): void {
  draft.text = join(draft.text, block.text);
}
