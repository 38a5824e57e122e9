import type { MarkedText } from "~search/port";

/** Text with the matched words marked: text nodes only, so that no markup can slip through. */
export function Marked({ text }: { text: MarkedText }) {
  return text.map((piece, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text do not move
    piece.marked ? <mark key={index}>{piece.text}</mark> : piece.text,
  );
}
