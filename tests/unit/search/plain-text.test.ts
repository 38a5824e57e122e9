import { expect, test } from "vitest";
import { plainText } from "~search/plain-text";

test.each([
  ["a **strong** word", "a strong word"],
  ["a **strong\nword** over two lines", "a strong\nword over two lines"],
  ["an *emphasis\nover* two lines", "an emphasis\nover two lines"],
  ["`code\nover` two lines", "code\nover two lines"],
  ["**open in one paragraph\n\nand closed** in the next", "**open in one paragraph\n\nand closed** in the next"],
  ["*open in one\n  \nclosed* in the next", "*open in one\n  \nclosed* in the next"],
  ["2 * 3 * 4 and snake_case_words", "2 * 3 * 4 and snake_case_words"],
  ["# Title\n\n- one\n- [two](https://example.org)", "Title\n\none\ntwo"],
])("%j is read as %j", (markdown, plain) => {
  expect(plainText(markdown)).toBe(plain);
});

test("marks that never close do not make a long text slow", () => {
  const text = "**a `b _c [d ".repeat(20_000);
  const started = performance.now();
  expect(plainText(text)).toContain("b _c [d");
  expect(performance.now() - started).toBeLessThan(5_000);
});
