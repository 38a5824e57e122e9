import { expect, test } from "vitest";
import { provisionTitle } from "~seeds/provision-title";

test.each([
  ["recommendation-8", "Recommendation 8"],
  ["recital-gg", "Recital gg"],
  ["recital-iii", "Recital iii"],
  ["section-2-1-3", "Section 2.1.3"],
  ["recommendation-3-a", "Recommendation 3 (a)"],
  ["recommendation-3-item-1", "Recommendation 3, item 1"],
  ["enacting-formula", "Enacting formula"],
  ["preface", "Preface"],
])("%s is called %s", (eId, title) => {
  expect(provisionTitle(eId)).toBe(title);
});
