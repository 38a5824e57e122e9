import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import en from "~/i18n/en.json";
import es from "~/i18n/es.json";
import fr from "~/i18n/fr.json";

type Catalogue = { [key: string]: string | Catalogue };

const flatten = (catalogue: Catalogue, prefix = ""): [key: string, text: string][] =>
  Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === "string" ? [[prefix + key, value] as [string, string]] : flatten(value, `${prefix}${key}.`),
  );

/** Languages have plurals of their own: `count.tool_one` and `count.tool_many` are forms of `count.tool`. */
const base = (key: string) => key.replace(/_(one|many|other)$/, "");
const english = flatten(en);
const keys = [...new Set(english.map(([key]) => base(key)))].sort();
const variables = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(([name]) => name).sort();

describe.each([
  ["French", flatten(fr)],
  ["Spanish", flatten(es)],
])("the %s catalogue", (_, texts) => {
  test("says everything that the English one says, and nothing else", () => {
    expect([...new Set(texts.map(([key]) => base(key)))].sort()).toEqual(keys);
  });

  test("leaves no text empty and no variable out", () => {
    for (const [key, text] of texts) {
      expect(text.trim(), key).not.toBe("");
      const original = english.find(([other]) => base(other) === base(key))?.[1] ?? "";
      expect(variables(text), key).toEqual(variables(original));
    }
  });

  test("has every plural form that its language needs", () => {
    const forms = texts.filter(([key]) => key !== base(key)).map(([key]) => key);
    for (const plural of new Set(forms.map(base))) {
      expect(forms, plural).toEqual(expect.arrayContaining([`${plural}_one`, `${plural}_many`, `${plural}_other`]));
    }
  });
});

test("the French catalogue sets spaces before colons, semicolons and question marks", () => {
  for (const [key, text] of flatten(fr)) {
    if (key.startsWith("api.")) continue;
    expect(text, key).not.toMatch(/[^\s\u00a0\u202f:](?:[:;?!])(?=\s|$)/u);
  }
});

test("no text of the catalogues is dead", () => {
  const sources = readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(join("app", file), "utf8"))
    .join("\n");
  const dead = keys.filter((key) => {
    // Either the key stands there whole, or a template with a variable in the place of its last or middle part.
    const parts = key.split(".");
    return !parts.some((_, hole) => {
      const pattern = parts.map((part, index) => (index === hole ? "\\$\\{[^}]+\\}\\w*" : part)).join("\\.");
      return new RegExp(`["'\`]${key.replaceAll(".", "\\.")}["'\`]|[\`]${pattern}[\`]`).test(sources);
    });
  });
  expect(dead).toEqual([]);
});
