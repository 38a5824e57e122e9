/** A description in the little Markdown that ours use: code in backquotes. */
export function Described({ text }: { text: string }) {
  return text.split(/(`[^`]+`)/).map((piece, index, all) => {
    const offset = all.slice(0, index).join("").length;
    return piece.startsWith("`") ? <code key={offset}>{piece.slice(1, -1)}</code> : piece;
  });
}
