/** A stretch of a text that stayed, came or went. */
export interface DiffPart {
  kind: "same" | "added" | "removed";
  text: string;
}

/** Beyond this many comparisons a stretch counts as rewritten as a whole: nobody reads such a diff word by word. */
const mostCells = 400_000;

/** What changed between two texts, word by word: `removed` and `added` joined with `same` give back the old and the new text. */
export const diffWords = (before: string, after: string): DiffPart[] => diff(words(before), words(after));

/** The same line by line: of a list of names, a name stays whole. */
export const diffLines = (before: string, after: string): DiffPart[] => diff(lines(before), lines(after));

function diff(old: string[], now: string[]): DiffPart[] {
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const parts: DiffPart[] = [
    { kind: "same", text: old.slice(0, start).join("") },
    ...diffMiddle(old.slice(start, old.length - end), now.slice(start, now.length - end)),
    { kind: "same", text: old.slice(old.length - end).join("") },
  ];
  return join(parts);
}

const lines = (text: string) => text.match(/[^\n]+|\n/g) ?? [];
const words = (text: string) => text.match(/[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu) ?? [];

function diffMiddle(old: string[], now: string[]): DiffPart[] {
  const rewritten: DiffPart[] = [
    { kind: "removed", text: old.join("") },
    { kind: "added", text: now.join("") },
  ];
  if (old.length === 0 || now.length === 0 || old.length * now.length > mostCells) return rewritten;
  // common[i][j]: the length of the longest common run of words from old[i] and now[j] on.
  const width = now.length + 1;
  const common = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      common[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const parts: DiffPart[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      parts.push({ kind: "same", text: old[i] ?? "" });
      i++;
      j++;
    } else if (j >= now.length || (i < old.length && at(i + 1, j) >= at(i, j + 1))) {
      parts.push({ kind: "removed", text: old[i++] ?? "" });
    } else {
      parts.push({ kind: "added", text: now[j++] ?? "" });
    }
  }
  return parts;
}

/** Neighbours of a kind become one part; what was removed stands before what came in its place. */
function join(parts: DiffPart[]): DiffPart[] {
  const joined: DiffPart[] = [];
  let removed = "";
  let added = "";
  const flush = () => {
    if (removed) joined.push({ kind: "removed", text: removed });
    if (added) joined.push({ kind: "added", text: added });
    removed = "";
    added = "";
  };
  for (const { kind, text } of parts) {
    if (kind === "removed") removed += text;
    else if (kind === "added") added += text;
    else if (text) {
      flush();
      const last = joined.at(-1);
      if (last?.kind === "same") last.text += text;
      else joined.push({ kind, text });
    }
  }
  flush();
  return joined;
}
