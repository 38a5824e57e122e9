/** Deeper than this nobody reads, and the renderer's cost grows with each level. */
const deepest = 20;

/** Whether quotations, lists or brackets stand inside each other deeper than a text needs: such a text is refused, not rendered. */
export function isTooDeep(markdown: string): boolean {
  return markdown.split("\n").some((line) => blocksOf(line) > deepest) || openBrackets(markdown) > deepest;
}

/** Quotation and list marks at the beginning of a line; and the indentation, at two spaces a level, of a nested item. */
function blocksOf(line: string): number {
  const lead = /^(?:[\s>]|[-*+](?=\s)|\d{1,9}[.)](?=\s))*/.exec(line)?.[0] ?? "";
  const marks = lead.match(/>|[-*+]|\d+[.)]/g)?.length ?? 0;
  const isItem = marks > 0;
  const spaces = /^[ \t]*/.exec(line)?.[0].replaceAll("\t", "    ").length ?? 0;
  return marks + (isItem ? Math.floor(spaces / 2) : 0);
}

function openBrackets(text: string): number {
  let open = 0;
  let most = 0;
  for (const sign of text) {
    if (sign === "[") most = Math.max(most, ++open);
    else if (sign === "]" && open > 0) open--;
    else if (sign === "\n") open = 0;
  }
  return most;
}
