import { expect, test } from "vitest";
import { translator } from "~/i18n/translate";
import { populationText } from "~/ui/city/population-text";
import { formatDate } from "~/ui/format-date";
import { pageMeta, shorten } from "~/ui/meta";
import { paragraphsOf } from "~/ui/provision/paragraphs";
import { kindOfEid, provisionName } from "~/ui/provision/provision-name";

test("dates are as exact as they are known, in each language", () => {
  expect(formatDate("2023-02-07", "en")).toBe("7 February 2023");
  expect(formatDate("2023-02-07T23:59:59.000Z", "fr")).toBe("7 février 2023");
  expect(formatDate("2023-02", "es")).toBe("febrero de 2023");
  expect(formatDate("2023", "en")).toBe("2023");
});

test("provisions are called by their kind and label, in each language", () => {
  const name = (language: "en" | "fr" | "es", eid: string, label: string | null) =>
    provisionName(translator(language), { eid, kind: kindOfEid(eid), label });
  expect(name("en", "recommendation-8", "8")).toBe("Recommendation 8");
  expect(name("fr", "recital-gg", "gg")).toBe("Considérant gg");
  expect(name("es", "paragraph-12", null)).toBe("Párrafo 12");
  expect(name("en", "recommendation-3-item-2", null)).toBe("Item 3.2");
  expect(name("en", "section-3-1", null)).toBe("Section 3.1");
  expect(name("en", "opening", null)).toBe("Opening words");
});

test("populations are written in the reader's numerals, which no line break parts", () => {
  expect(populationText(translator("en"), "100k-500k", "en")).toBe("100,000 to 500,000");
  expect(populationText(translator("fr"), "under-100k", "fr")).toMatch(/^moins de 100[\u00a0\u202f]000$/);
  expect(populationText(translator("es"), "over-5m", "es")).toBe("más de 5.000.000");
});

test("a heading that begins a text is not said twice", () => {
  expect(paragraphsOf({ heading: "Context", text: "Context\n\nThe meeting …\n\nIt was …" })).toEqual({
    heading: "Context",
    body: ["The meeting …", "It was …"],
  });
});

test("descriptions are cut at a word", () => {
  expect(shorten("A short one.")).toBe("A short one.");
  const cut = shorten(`${"word ".repeat(60)}`);
  expect(cut.length).toBeLessThanOrEqual(160);
  expect(cut).toMatch(/word…$/);
});

test("a page that is cited tells reference managers who, what and when", () => {
  const tags = pageMeta(
    { language: "en", origin: "https://example.org", path: "/documents/a/recommendation-1" },
    {
      title: "Recommendation 1",
      description: "…",
      citable: { title: "Recommendation 1", authors: ["A", "B"], date: "2023-02", language: "en", publisher: null },
    },
  );
  const contents = (name: string) =>
    tags.flatMap((tag) => ("name" in tag && tag.name === name && "content" in tag ? [tag.content] : []));
  expect(contents("citation_author")).toEqual(["A", "B"]);
  expect(contents("citation_publication_date")).toEqual(["2023/02"]);
  expect(contents("DC.identifier")).toEqual(["https://example.org/documents/a/recommendation-1"]);
  expect(contents("citation_publisher")).toEqual([]);
});
