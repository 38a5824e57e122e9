import sanitizeHtml from "sanitize-html";
import { ImportError } from "./import-error";
import { type ListType, listLabel } from "./list-labels";

const BLOCKS =
  "p div section article header footer main aside nav blockquote pre table thead tbody tfoot tr figure figcaption caption address dl dt dd h1 h2 h3 h4 h5 h6 ul ol li hr".split(
    " ",
  );
const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: " " };
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
// Private characters stand for marks until a block is complete: a mark must not touch a space.
const [EM, EM_END, SUP, SUP_END, CELL_END] = ["\uE000", "\uE001", "\uE002", "\uE003", "\uE004"];
/** Word puts each cell's text into a paragraph; a cell of one paragraph is still one cell of its row. */
const PARAGRAPH_IN_CELL = /<t([dh])>\s*<p>((?:[^<]|<(?!\/?(?:p|div|t[dhr]|table|[uo]l|h[1-6])\b))*)<\/p>\s*<\/t\1>/gu;

const LIST_TYPES: ListType[] = ["a", "A", "i", "I"];

interface List {
  ordered: boolean;
  type: ListType;
  number: number;
}

/** No page that somebody wrote goes as deep; what does costs more with each level. */
const deepest = 200;

/**
 * HTML to lines with the few Markdown marks that the importer reads: headings, list labels, emphasis, quotations.
 * @throws ImportError where its parts stand inside each other without end
 */
export function htmlToText(html: string): string {
  if (isTooDeep(html)) throw new ImportError("its lists, quotations or sections stand too deep inside each other");
  const clean = sanitizeHtml(html, {
    allowedTags: [...BLOCKS, "br", "em", "i", "strong", "b", "a", "sup", "td", "th"],
    allowedAttributes: { ol: ["type", "start"], li: ["value", "id"], a: ["href"] },
    allowedSchemes: ["http", "https", "mailto"],
    nonTextTags: ["script", "style", "textarea", "option", "noscript", "title", "template", "svg"],
  });
  const blocks: string[] = [];
  const lists: List[] = [];
  const links: string[] = [];
  let inline = "";
  let prefix = "";
  let quoted = 0;
  const flush = () => {
    const text = finishInline(inline);
    inline = "";
    if (text === "") return;
    const indent = prefix === "" ? "" : "  ".repeat(Math.max(0, lists.length - 1));
    blocks.push((quoted > 0 ? "> " : "") + indent + prefix + text);
    prefix = "";
  };
  for (const { name, closes, attributes, text } of tokens(clean.replace(PARAGRAPH_IN_CELL, "<t$1>$2</t$1>"))) {
    if (name === "") inline += decodeEntities(text).replace(/\s+/gu, " ");
    else if (name === "br") inline += "\n";
    else if (name === "td" || name === "th") inline += closes ? CELL_END : " ";
    else if (/^(?:em|i|strong|b)$/u.test(name)) inline += closes ? EM_END : EM;
    else if (name === "sup") inline += closes ? SUP_END : SUP;
    else if (name === "a") inline += closes ? linkEnd(links.pop() ?? "", inline) : startLink(links, attributes);
    else {
      flush();
      if (name === "blockquote") quoted += closes ? -1 : 1;
      else if (name === "ul" || name === "ol") nest(lists, name, closes, attributes);
      else if (name === "li") prefix = closes ? "" : itemPrefix(lists.at(-1), attributes);
      else if (/^h[1-6]$/u.test(name)) prefix = closes ? "" : `${"#".repeat(Number(name[1]))} `;
    }
  }
  flush();
  return blocks.join("\n\n");
}

/** Takes what leads to other pages out of a page: it is no part of the document. Says what it took. */
export function withoutNavigation(html: string): { html: string; left: string[] } {
  const left: string[] = [];
  const rest = html.replace(/<nav\b[^>]*>([\s\S]*?)<\/nav\s*>/giu, (_, inside: string) => {
    const words = htmlToText(inside).replace(/\s+/gu, " ").trim();
    if (words !== "") left.push(words);
    return "";
  });
  return { html: rest, left };
}

function isTooDeep(html: string): boolean {
  let open = 0;
  for (const [, slash] of html.matchAll(/<(\/?)(?:ul|ol|dl|blockquote|div|section|article|table|figure)\b/giu)) {
    open = slash ? Math.max(0, open - 1) : open + 1;
    if (open > deepest) return true;
  }
  return false;
}

function* tokens(html: string) {
  for (const [piece, slash, tag, attributes] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)([^>]*)>|[^<]+|</gu)) {
    yield { name: tag ?? "", closes: slash === "/", attributes: attributes ?? "", text: piece };
  }
}

function attribute(attributes: string, name: string): string | null {
  const value = new RegExp(`\\s${name}="([^"]*)"`, "u").exec(attributes)?.[1];
  return value === undefined ? null : decodeEntities(value);
}

function nest(lists: List[], name: string, closes: boolean, attributes: string): void {
  if (closes) lists.pop();
  else {
    const start = Number(attribute(attributes, "start") ?? "1");
    const type = LIST_TYPES.find((known) => known === attribute(attributes, "type")) ?? "1";
    lists.push({ ordered: name === "ol", type, number: start - 1 });
  }
}

/** Browsers print the numbers of ordered lists; whoever reads the page reads them, so they are text. */
function itemPrefix(list: List | undefined, attributes: string): string {
  const footnote = /^(?:footnote|endnote|fn)-?(\d+)$/u.exec(attribute(attributes, "id") ?? "")?.[1];
  if (!list?.ordered) return footnote ? `${superscript(footnote)} ` : "- ";
  list.number = Number(attribute(attributes, "value") ?? list.number + 1);
  // The text refers to notes by their place, whatever the program counts in its addresses.
  return footnote ? `${superscript(String(list.number))} ` : `${listLabel(list.number, list.type)}. `;
}

function startLink(links: string[], attributes: string): string {
  links.push(attribute(attributes, "href") ?? "");
  return "";
}

/** The address of a link is text too, unless the page shows it already. */
function linkEnd(address: string, before: string): string {
  const shown = address === "" || address.startsWith("#") || before.endsWith(address) || address.startsWith("mailto:");
  return shown ? "" : ` (${address})`;
}

function finishInline(inline: string): string {
  return (
    inline
      .replace(/\uE002\s*\[?(\d+)\]?\s*\uE003/gu, (_, digits: string) => superscript(digits))
      .replace(/[\uE002\uE003]/gu, "")
      .replace(/\uE000(\s*)([^\uE000\uE001]*?)(\s*)\uE001/gu, (_, before: string, words: string, after: string) =>
        words === "" || words.includes("*") ? before + words + after : `${before}*${words}*${after}`,
      )
      .replace(/[\uE000\uE001]/gu, "")
      .replace(/\s*[↑↩]\uFE0E?\s*$/u, "")
      // A bar between the cells of a row, for what stands side by side is not one phrase.
      .replace(/^[\s\uE004]+|[\s\uE004]+$/gu, "")
      .replace(/\s*\uE004[\s\uE004]*/gu, " | ")
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "")
      .join("\n")
  );
}

function superscript(digits: string): string {
  return digits.replace(/\d/gu, (digit) => SUPERSCRIPTS[Number(digit)] ?? digit);
}

function decodeEntities(text: string): string {
  return text.replace(/&(#?\w+);/gu, (whole, name: string) => ENTITIES[name] ?? whole);
}
