import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inspect } from "node:util";
import { expect, test } from "vitest";
import { envExample, envTable, readEnv, StartError } from "~/env.server";

const root = join(import.meta.dirname, "..", "..");
const readme = join(root, "README.md");

test("nothing needs to be set", () => {
  expect(readEnv({})).toEqual({
    root: root,
    port: 3000,
    host: "127.0.0.1",
    dataDir: join(root, "data"),
    baseUrl: null,
    logLevel: "info",
    trustProxy: 0,
    seeds: true,
    meilisearch: null,
    smtpUrl: null,
    mailFrom: "Polylogue <polylogue@localhost>",
    mailDir: join(root, "data", "mail"),
  });
});

test("an empty value counts as none, blanks around one do not count", () => {
  expect(readEnv({ PORT: "", BASE_URL: " https://polylogue.example/ ", DATA_DIR: "/srv/data" })).toMatchObject({
    port: 3000,
    baseUrl: "https://polylogue.example",
    dataDir: "/srv/data",
  });
});

const wrong: [name: string, value: string, says: string][] = [
  ["PORT", "abc", "must be a whole number from 0 to 65535"],
  ["PORT", "65536", "must be a whole number from 0 to 65535"],
  ["PORT", "-1", "must be a whole number from 0 to 65535"],
  ["PORT", "3000.5", "must be a whole number from 0 to 65535"],
  ["HOST", "a b", "must be a host name or an IP address"],
  ["BASE_URL", "polylogue.example", "must be an address such as https://polylogue.example, without a path"],
  [
    "BASE_URL",
    "https://polylogue.example/path",
    "must be an address such as https://polylogue.example, without a path",
  ],
  ["BASE_URL", "javascript:alert(1)", "must be an address such as https://polylogue.example, without a path"],
  ["LOG_LEVEL", "loud", "must be one of trace, debug, info, warn, error, fatal, silent"],
  ["TRUST_PROXY", "true", "must be a whole number from 0 to 10"],
  ["SEEDS", "maybe", "must be true or false"],
  ["SEARCH_ENGINE", "solr", "must be sqlite or meilisearch"],
];

test.each(wrong)("%s=%s is refused by its name", (name, value, says) => {
  expect(() => readEnv({ [name]: value })).toThrow(new StartError(`${name} ${says} (it is "${value}").`));
});

test("every problem is named, one on each line", () => {
  const attempt = () => readEnv({ PORT: "abc", SEEDS: "maybe" });
  expect(attempt).toThrow(/^PORT .*\nSEEDS .*$/);
});

test("Meilisearch needs its address, and nothing repeats its key", () => {
  expect(() => readEnv({ SEARCH_ENGINE: "meilisearch" })).toThrow(
    new StartError("SEARCH_ENGINE is meilisearch: MEILI_URL must be the address of the server."),
  );
  expect(() => readEnv({ MEILI_URL: "http://me:hush@search.example" })).toThrow(
    new StartError("MEILI_URL must be an address such as http://127.0.0.1:7700, without a name or password."),
  );
  for (const key of ["hush\nhush", "hu sh", "hüsh", "hush\u0000"]) {
    expect(() => readEnv({ MEILI_KEY: key })).toThrow(
      new StartError("MEILI_KEY must be on one line, of letters, digits and signs of ASCII without a space between."),
    );
  }
  const given = { SEARCH_ENGINE: "meilisearch", MEILI_URL: "http://127.0.0.1:7700", MEILI_KEY: "hush" };
  const { meilisearch } = readEnv(given);
  expect(meilisearch?.url).toBe("http://127.0.0.1:7700/");
  expect(meilisearch?.key.reveal()).toBe("hush");
  expect(JSON.stringify(meilisearch) + inspect(meilisearch, { depth: 9, showHidden: true })).not.toContain("hush");
  expect(readEnv({ ...given, SEARCH_ENGINE: "sqlite" }).meilisearch).toBeNull();
});

test(".env.example lists every setting as it is", () => {
  expect(readFileSync(join(root, ".env.example"), "utf8")).toBe(envExample());
});

test.skipIf(!existsSync(readme))("the README's table lists every setting as it is", () => {
  const table = /<!-- env:start -->\n+(.*?)\n+<!-- env:end -->/s.exec(readFileSync(readme, "utf8"))?.[1];
  expect(table).toBe(envTable());
});
