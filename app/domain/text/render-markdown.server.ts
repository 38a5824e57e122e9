import { marked } from "marked";
import sanitizeHtml from "sanitize-html";
import type { SafeHtml } from "./safe-html";

/** Longer texts are refused where they are written; this guards the renderer, whose cost can grow with nesting. */
const maximumLength = 50_000;

// Texts change seldom and are read often: the latest ones stay rendered.
const rendered = new Map<string, SafeHtml>();
const remembered = 2_000;

/**
 * Markdown as HTML that is safe to place in a page: text, lists, links, quotations, tables.
 * @throws RangeError when the text is longer than 50,000 characters.
 */
export function renderMarkdown(markdown: string): SafeHtml {
  const known = rendered.get(markdown);
  if (known !== undefined) return known;
  if (markdown.length > maximumLength) throw new RangeError("Markdown of more than 50,000 characters");
  const html = sanitizeHtml(marked.parse(markdown, { async: false }), {
    allowedTags: ["p", "br", "ul", "ol", "li", "strong", "em", "a", "blockquote", "code", "h3", "h4"].concat([
      "table",
      "thead",
      "tbody",
      "tr",
      "th",
      "td",
    ]),
    allowedAttributes: { a: ["href"], ol: ["start"] },
    allowedSchemes: ["http", "https", "mailto"],
    // Page and parts already use h1 and h2.
    transformTags: { h1: "h3", h2: "h3" },
  }) as SafeHtml;
  if (rendered.size >= remembered) rendered.delete(rendered.keys().next().value ?? "");
  rendered.set(markdown, html);
  return html;
}

/** Null stays null: the source does not tell. */
export const renderOptional = (markdown: string | null): SafeHtml | null =>
  markdown === null ? null : renderMarkdown(markdown);
