import type { Block } from "./block";

export interface Speaker {
  speaker: string;
  affiliation: string | null;
}

/** `— Name, City`, `*Name (City)*`, `Name, Mayor of City`: the line that names who spoke. */
export function speakerOf(block: Block): Speaker | null {
  const words = block.text.replace(/^[-–—]\s*/u, "");
  const dashed = /^[–—-]$/u.test(block.bullet ?? "") || words !== block.text;
  if (block.heading > 0 || (block.bullet && !dashed) || !isName(words)) return null;
  if (!dashed && !block.emphasised && !isPlaced(words)) return null;
  return nameAndPlace(words);
}

/** Whether the line below the last quote mark of a paragraph names who spoke. */
export function isSpeakerLine(words: string): boolean {
  return isName(words) && isPlaced(words);
}

function isName(words: string): boolean {
  if (words.length > 100 || words.split(" ").length > 14) return false;
  return /^\(?\p{Lu}/u.test(words) && !/[.:;!?»”"]$/u.test(words);
}

/** A name with a place or an office behind it. */
function isPlaced(words: string): boolean {
  return /^[^,()]{3,50}(?:,\s\S|\s\([^()]+\)$)|^\([^()]{3,90}\)$/u.test(words);
}

export function nameAndPlace(printed: string): Speaker {
  const words = /^\(([^()]+)\)$/u.exec(printed)?.[1] ?? printed;
  const bracket = /^([^,()]+?)\s*\(([^()]+)\)$/u.exec(words);
  if (bracket?.[1] && bracket[2]) return { speaker: bracket[1], affiliation: bracket[2] };
  const comma = words.indexOf(",");
  if (comma < 0) return { speaker: words.trim(), affiliation: null };
  return { speaker: words.slice(0, comma).trim(), affiliation: words.slice(comma + 1).trim() || null };
}
