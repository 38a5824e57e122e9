// Markdown as HTML that is safe to place in a page: text, lists, links, quotations, tables. Plain JavaScript, because the worker runs
// it as it stands, and pages of texts that were accepted before render them with the same rules.
import { marked } from "marked";
import sanitizeHtml from "sanitize-html";

const tags = ["p", "br", "ul", "ol", "li", "strong", "em", "a", "blockquote", "code", "h3", "h4"];
const tableTags = ["table", "thead", "tbody", "tr", "th", "td"];

export const toSafeHtml = (markdown) =>
  sanitizeHtml(marked.parse(markdown, { async: false }), {
    allowedTags: [...tags, ...tableTags],
    allowedAttributes: { a: ["href"], ol: ["start"] },
    allowedSchemes: ["http", "https", "mailto"],
    // Page and parts already use h1 and h2.
    transformTags: { h1: "h3", h2: "h3" },
  });
