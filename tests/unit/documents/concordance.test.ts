import { expect, test } from "vitest";
import { alignByConcordance, type RecommendationLine, themeOfRow } from "~/domain/documents/concordance";

const line = (id: string, ...themes: string[]): RecommendationLine => {
  const [slug = "", eid = ""] = id.split("/");
  return {
    id,
    eid,
    label: eid,
    document: { slug, shortTitle: slug, date: null },
    summary: null,
    text: null,
    language: "en",
    themes: themes.map((code) => ({ vocabulary: "theme", code, label: { en: code, fr: code, es: code } })),
    practices: 0,
    tools: 0,
  };
};
const ids = (rows: RecommendationLine[][][]) => rows.map((row) => row.map((cell) => cell.map(({ id }) => id)));

test("what a newer recommendation is linked to stands in its row, each document in its column", () => {
  const lines = ["2022/1", "2022/2", "2023/1", "2024/1"].map((id) => line(id));
  const links = [
    { from: "2024/1", to: "2022/2" },
    { from: "2024/1", to: "2023/1" },
  ];
  expect(ids(alignByConcordance(lines, links, ["2022", "2023", "2024"]))).toEqual([
    [["2022/2"], ["2023/1"], ["2024/1"]],
    [["2022/1"], [], []],
  ]);
});

test("links are not followed further than one step, and each recommendation stands once", () => {
  const lines = ["2022/1", "2023/1", "2024/1", "2024/2"].map((id) => line(id));
  const links = [
    { from: "2024/1", to: "2023/1" },
    { from: "2024/2", to: "2023/1" },
    { from: "2023/1", to: "2022/1" },
  ];
  const rows = ids(alignByConcordance(lines, links, ["2022", "2023", "2024"]));
  expect(rows[0]).toEqual([[], ["2023/1"], ["2024/1"]]);
  expect(rows.flat(2).sort()).toEqual(["2022/1", "2023/1", "2024/1", "2024/2"]);
});

test("a row goes under the theme that most of it shares, of equals under the rarer one", () => {
  const all = [
    line("2022/1", "public-management", "budgeting"),
    line("2023/1", "budgeting"),
    line("2024/1", "housing"),
  ];
  expect(themeOfRow([[all[0] as RecommendationLine], [all[1] as RecommendationLine]], all)).toBe("budgeting");
  expect(themeOfRow([[line("2022/2", "budgeting", "housing")]], all)).toBe("housing");
});
