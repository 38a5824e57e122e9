import type { SafeHtml } from "./safe-html";
import { toSafeHtml } from "./sanitised-markdown.mjs";

/** Longer texts are refused where they are written; this guards the renderer, whose cost can grow with nesting. */
export const longestMarkdown = 50_000;

// Texts change seldom and are read often: the latest ones stay rendered.
const rendered = new Map<string, SafeHtml>();
const remembered = 2_000;

/**
 * Markdown as HTML that is safe to place in a page, at once: for texts of the seeds alone. What people write goes to a
 * `MarkdownRenderer`, which holds nobody up.
 * @throws RangeError when the text is longer than 50,000 characters.
 */
export function renderMarkdown(markdown: string): SafeHtml {
  const known = rendered.get(markdown);
  if (known !== undefined) return known;
  if (markdown.length > longestMarkdown) throw new RangeError("Markdown of more than 50,000 characters");
  const html = toSafeHtml(markdown) as SafeHtml;
  if (rendered.size >= remembered) rendered.delete(rendered.keys().next().value ?? "");
  rendered.set(markdown, html);
  return html;
}
