import { expect, test } from "vitest";
import { toCsv } from "~/domain/api/export/csv";

test("values keep quotes, commas and line breaks; lines end as RFC 4180 says; the file says that it is UTF-8", () => {
  expect(
    toCsv([
      ["a", 'say "b", c'],
      ["line\nbreak", "é"],
    ]),
  ).toBe('\uFEFF"a","say ""b"", c"\r\n"line\nbreak","é"\r\n');
});

test.each(["=1+1", "+1", "-1", "@sum(a1)", "\t=1", "\r=1", " =cmd|' /C calc'!A0", "＝1", "\n@a"])(
  "%j is no formula for a spreadsheet",
  (value) => {
    expect(toCsv([[value]])).toBe(`\uFEFF"'${value}"\r\n`);
  },
);

test("what only contains such a sign stays as it is", () => {
  expect(toCsv([["a-b", "1=1", "x@y"]])).toBe('\uFEFF"a-b","1=1","x@y"\r\n');
});
