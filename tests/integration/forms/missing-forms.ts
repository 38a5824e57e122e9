import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { World } from "./found-forms";

/** Addresses whose forms stand on none of these pages: scripts and programs send them. */
const sentByPrograms = ["/contributions/:id/save", "/contributions/preview", "/reviews/:id/save", "/search/settled"];
/** Forms of which a page tells only in an answer: the second step of signing in, which tests/integration/account-security.test.ts takes. */
const shownInAnswers = ["code"];

/** Every form of the program, and every address that takes one, is among those that are tried. */
export function findMissing({ actions, found }: World): string[] {
  const seen = new Set(found.map(({ form }) => form.name));
  const reached = new Set(found.map(({ key }) => key.split(" ")[0]));
  const elsewhere = new Set([...shownInAnswers, ...sentByPrograms]);
  return [...namesInSource().filter((name) => !seen.has(name)), ...actions.filter((one) => !reached.has(one))].filter(
    (one) => !elsewhere.has(one),
  );
}

/** The names of all forms that stand in the program's text. */
function namesInSource(): string[] {
  const app = join(import.meta.dirname, "..", "..", "..", "app");
  const files = readdirSync(app, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".tsx"));
  const name = /<Form\b[^>]*?\sid="([\w-]+)"|<ButtonForm\b[^>]*?\sform="([\w-]+)"|name="form" value="([\w-]+)"/g;
  return files.flatMap((file) =>
    [...readFileSync(join(app, file), "utf8").matchAll(name)].map(([, one, two, three]) => one ?? two ?? three ?? ""),
  );
}
