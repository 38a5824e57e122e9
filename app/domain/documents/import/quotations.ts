import type { Block } from "./block";
import { join } from "./blocks";
import { insideQuotes, leavesQuoteOpen } from "./marks";
import { nameAndPlace, speakerOf } from "./speakers";

export interface FoundQuotation {
  text: string;
  speaker: string | null;
  affiliation: string | null;
  /** How many blocks it takes. */
  length: number;
}

/** A quotation set off in a paragraph of its own, with the line that names its speaker; broken over a page it is joined. */
export function quotationAt(blocks: Block[], at: number): FoundQuotation | null {
  const first = blocks[at];
  if (!first || first.heading > 0 || first.label) return null;
  let text = first.text;
  let length = 1;
  if (leavesQuoteOpen(text)) {
    const next = blocks[at + 1];
    if (!next || next.heading > 0 || next.bullet || !/[»”"]$/u.test(next.text)) return null;
    text = join(text, next.text);
    length = 2;
  }
  const inside = insideQuotes(text) ?? (first.quoted ? text : null);
  const withSpeaker = inside === null ? speakerInside(text) : null;
  if (withSpeaker) return { ...withSpeaker, length };
  if (inside === null) return withDashedSpeaker(blocks, at);
  const line = blocks[at + length];
  const speaker = line ? speakerOf(line) : null;
  if (!speaker && !first.quoted && !first.emphasised && !text.startsWith("«")) return null;
  return { text: inside, speaker: null, affiliation: null, ...speaker, length: length + (speaker ? 1 : 0) };
}

/** A paragraph without quote marks, but with `— Name, City` below: its quote marks were drawn, not written. */
function withDashedSpeaker(blocks: Block[], at: number): FoundQuotation | null {
  const [quote, line, behind] = [blocks[at], blocks[at + 1], blocks[at + 2]];
  if (!quote || quote.bullet || quote.label || line?.bullet !== "—" || !line.apart || behind?.bullet === "—")
    return null;
  if (!/[.!?…]$/u.test(quote.text) || !line.text.includes(",")) return null;
  const speaker = speakerOf(line);
  return speaker && { text: quote.text, ...speaker, length: 2 };
}

/** `“…” — Name, City` in one paragraph. */
function speakerInside(text: string): Omit<FoundQuotation, "length"> | null {
  const match = /^(.+[»”"][.,]?)\s*(?:[–—-]+\s*([^»”"]{3,100})|(\([^()»”"]{3,100}\)))$/u.exec(text);
  const inside = match?.[1] ? insideQuotes(match[1]) : null;
  const named = match?.[2] ?? match?.[3];
  return inside !== null && named ? { text: inside, ...nameAndPlace(named) } : null;
}
