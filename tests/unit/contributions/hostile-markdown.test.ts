import { expect, test } from "vitest";
import { longestText } from "~/domain/contributions/contribution-fields";
import { isTooDeep } from "~/domain/text/markdown-depth";
import { renderMarkdown } from "~/domain/text/render-markdown.server";

const nested = (depth: number) => Array.from({ length: depth }, (_, level) => `${"  ".repeat(level)}- item`).join("\n");

test("texts that are nested without end are refused before anything renders them", () => {
  for (const text of [
    ">".repeat(2000),
    "> ".repeat(1000),
    nested(5000),
    "- ".repeat(3000),
    "[".repeat(5000),
    "![".repeat(5000),
  ])
    expect(isTooDeep(text), text.slice(0, 20)).toBe(true);
});

test("what people write is not refused", () => {
  for (const text of [
    "",
    "> a quotation\n> - with a list",
    nested(8),
    "[a](https://a.example) [b] [c]",
    "3 > 2 - 1",
    "a\n\n---\n",
  ])
    expect(isTooDeep(text), text).toBe(false);
});

test("no text that is let through makes the renderer fail", () => {
  const parts = [
    "*a ",
    "_a_",
    "**",
    "*a**b",
    "`",
    "`a",
    "<",
    "<a ",
    "<!--",
    "[a](",
    "|a",
    "a\n=",
    "\\",
    "a@",
    "> a\n- b\n",
    "\t- x\n",
    "&",
  ];
  for (const part of parts) {
    const text = part.repeat(Math.floor(longestText / part.length));
    expect(isTooDeep(text), part).toBe(false);
    expect(() => renderMarkdown(text), part).not.toThrow();
  }
});
