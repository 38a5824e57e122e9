import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const app = resolve(import.meta.dirname, "..", "..", "..", "app");
const read = (file: string) => readFileSync(file, "utf8").replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
const filesIn = (ending: string) =>
  readdirSync(app, { recursive: true, encoding: "utf8" }).flatMap((file) =>
    file.endsWith(ending) ? [join(app, file)] : [],
  );

/** The classes of each style sheet. */
const sheets = new Map(
  filesIn(".module.css").map((sheet) => {
    const selectors = read(sheet).match(/[^{};]+(?=\{)/g) ?? [];
    return [
      sheet,
      new Set(selectors.flatMap((one) => [...one.matchAll(/\.([a-zA-Z]\w*)/g)].map(([, name = ""]) => name))),
    ];
  }),
);

/** What a component calls the classes of each of its style sheets. */
function usesOf(file: string): { sheet: string; name: string }[] {
  const source = read(file);
  const code = source.replaceAll(/"[^"\n]*"/g, '""');
  return [...source.matchAll(/^import (\w+) from "([^"]+\.module\.css)";$/gm)].flatMap(([, alias = "", path = ""]) => {
    const sheet = path.startsWith("~/") ? join(app, path.slice(2)) : resolve(file, "..", path);
    const named = [...code.matchAll(new RegExp(`(?<![\\w.])${alias}\\.(\\w+)`, "g"))].map(([, name = ""]) => name);
    // Chosen by what a property says, so each of them may be.
    const chosen = code.includes(`${alias}[`) ? [...(sheets.get(sheet) ?? [])] : [];
    return [...named, ...chosen].map((name) => ({ sheet, name }));
  });
}

test("every class that a component uses is in its style sheet, and every class of a sheet is used", () => {
  const uses = filesIn(".tsx").flatMap((file) => usesOf(file).map((use) => ({ ...use, file })));
  expect(uses.filter(({ sheet, name }) => !sheets.get(sheet)?.has(name))).toEqual([]);
  const unused = [...sheets].flatMap(([sheet, names]) =>
    [...names]
      .filter((name) => !uses.some((use) => use.sheet === sheet && use.name === name))
      .map((name) => `${sheet} .${name}`),
  );
  expect(unused).toEqual([]);
});
