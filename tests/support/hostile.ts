import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Used where the long lists do not lie beside the repository. */
const own = {
  xss: [
    "<script>alert(1)</script>",
    `"><img src=x onerror=alert(1)>`,
    "javascript:alert(1)",
    "<svg/onload=alert(1)>",
    "{{constructor.constructor('alert(1)')()}}",
    "'-alert(1)-'",
    "</textarea><script>alert(1)</script>",
  ],
  sql: ["' or 1=1 --", "1; drop table person; --", "' union select * from person --", '" or ""="', "') or ('1'='1"],
  "open-redirect": [
    "//evil.example",
    "https://evil.example/",
    "/\\evil.example",
    "https:evil.example",
    "/%0d%0aLocation:%20//x.example",
  ],
};

/** Hostile input, a string each: `../shared/payloads` where it is, else a short list of our own. */
export function hostile(kind: keyof typeof own): string[] {
  const file = join(import.meta.dirname, "..", "..", "..", "shared", "payloads", `${kind}.txt`);
  if (!existsSync(file)) return own[kind];
  return readFileSync(file, "utf8")
    .split("\n")
    .map((line) => line.replace("\r", ""))
    .filter(Boolean);
}

/** Goes round a list for ever, so that each is used in turn. */
export function* around<T>(list: readonly T[]): Generator<T, never> {
  for (let at = 0; ; at = (at + 1) % list.length) yield list[at] as T;
}
