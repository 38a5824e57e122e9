import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "..", "..");

test("the page on architecture names every room", () => {
  const page = readFileSync(join(root, "docs", "architecture.md"), "utf8");
  const [rooms = ""] = /\*\*The rooms\*\*.*?(?=\n\*\*)/s.exec(page) ?? [];
  const named = new Set(rooms.match(/[a-z-]+/g));
  const folders = readdirSync(join(root, "app", "domain"), { withFileTypes: true }).filter((one) => one.isDirectory());
  expect(folders.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([]);
});

test("every decision has a number of its own", () => {
  const numbers = readdirSync(join(root, "docs", "decisions")).map((name) => name.slice(0, 4));
  expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
});
