/** A tag as lists show it. */
export interface Tag {
  slug: string;
  label: string;
  language: string;
}

export interface TagWithCount extends Tag {
  /** How many published entries carry it. */
  entries: number;
}

export const mostTags = 20;
export const longestTag = 60;

/** Tags as somebody types them: parted by commas, semicolons or ends of lines, each once. */
export function splitTags(text: string): string[] {
  const labels = text.split(/[,;\n]+/).map((part) => part.replace(/\s+/g, " ").trim());
  return [...new Map(labels.filter(Boolean).map((label) => [label.toLowerCase(), label])).values()];
}
