import { closeSync, copyFileSync, ftruncateSync, mkdirSync, openSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openDatabase } from "~db/client.server";
import { migrateToLatest } from "~db/migrate.server";
import { importCommand } from "../../cli/import";
import { tempFolder } from "../support/temp";

const fixture = (name: string) => join(import.meta.dirname, "../fixtures/import", name);
let out: string[] = [];
let err: string[] = [];

beforeEach(() => {
  out = [];
  err = [];
  vi.stubEnv("DATA_DIR", join(tempFolder(), "none"));
  vi.spyOn(console, "log").mockImplementation((line: string) => void out.push(line));
  vi.spyOn(console, "error").mockImplementation((line: string) => void err.push(line));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const noDatabase = () => Promise.reject(new Error("There is no database."));
/** Runs the command on one database file; `count` tells how many versions it holds. */
function withDatabase() {
  const file = join(tempFolder(), "polylogue.sqlite");
  const open = async () => {
    const { db, close } = openDatabase(file);
    await migrateToLatest(db);
    return { db, close };
  };
  const count = async () => {
    const { db, close } = await open();
    const rows = await db.selectFrom("document_version").select("id").execute();
    await close();
    return rows.length;
  };
  return { open, count };
}

interface Shown {
  slug: string;
  kind: string;
  date: string | null;
  provisions: Record<string, string | null>[];
  participants: unknown[];
  warnings: unknown[];
}
const shown = () => JSON.parse(out.join("\n")) as Shown[];

describe("--dry-run", () => {
  test.each(["outcome.md", "outcome.html", "outcome.docx", "outcome.pdf"])(
    "%s: every format tells the same",
    async (name) => {
      expect(await importCommand([fixture(name), "--dry-run", "--json"], noDatabase)).toBe(0);
      const [document] = shown();
      expect(document).toMatchObject({ slug: "outcome", kind: "outcome-document", date: "2023-05-05" });
      const found = document?.provisions.filter(({ eId }) => eId !== "preface") ?? [];
      expect(found.map(({ eId, verb }) => (verb ? `${eId} ${verb}` : eId))).toEqual([
        ...[
          "opening",
          "recital-a recalling",
          "recital-b convinced",
          "recital-c bearing in mind",
          "enacting-formula encourage",
        ],
        ...["recommendation-1 adopt", "recommendation-2 train", "recommendation-2-a", "recommendation-2-b"],
        ...["recommendation-3 publish", "section-1", "quotation-1", "section-2", "reference-1"],
        ...["section-3", "section-3-1", "section-3-2"],
      ]);
      expect(found.find(({ eId }) => eId === "quotation-1")).toEqual({
        ...{
          eId: "quotation-1",
          kind: "quotation",
          label: null,
          verb: null,
          speaker: "Ada Example",
          affiliation: "Harbour City",
        },
        text: "Water is where people meet their city every morning.",
      });
      expect(document?.participants).toEqual([
        { name: "Harbour City", country: "Norway", group: "Cities" },
        { name: "Riverside", country: "Kenya", group: "Cities" },
        { name: "Water Watch", country: null, group: "Organisations" },
      ]);
      expect(err).toEqual([]);
    },
  );

  test("prints a table without --json, and changes nothing", async () => {
    const { open, count } = withDatabase();
    expect(await importCommand([fixture("outcome.md"), "--dry-run"], open)).toBe(0);
    expect(out.join("\n")).toMatch(/^Document {2}outcome$/mu);
    expect(out.join("\n")).toMatch(/recommendation-2-b {2}b/u);
    expect(await count()).toBe(0);
  });
});

describe("files that cannot be imported", () => {
  const cases: [string, RegExp][] = [
    ["empty.txt", /empty\.txt: the file is empty\.$/u],
    ["blank.md", /there is no text in it/u],
    ["binary.txt", /binary/u],
    ["encrypted.pdf", /encrypted/u],
    ["scanned.pdf", /scanned/u],
    ["make-fixtures.mjs", /only \.txt/u],
    ["missing.txt", /there is no such file/u],
  ];
  test.each(cases)("%s: one clear line, exit code 1, the database as it was", async (name, message) => {
    const { open, count } = withDatabase();
    expect(await importCommand([fixture("outcome.md"), fixture(name)], open)).toBe(1);
    expect(err).toHaveLength(1);
    expect(err[0]).toMatch(message);
    expect(out).toEqual([]);
    expect(await count()).toBe(0);
  });

  test("50 MB are refused before they are read", async () => {
    const file = join(tempFolder(), "large.txt");
    const handle = openSync(file, "w");
    ftruncateSync(handle, 50_000_000);
    closeSync(handle);
    expect(await importCommand([file, "--dry-run"], noDatabase)).toBe(1);
    expect(err[0]).toMatch(/too large: 50\.0 MB/u);
  });

  test("files in the wrong clothes, and folders", async () => {
    const folder = tempFolder();
    copyFileSync(fixture("outcome.pdf"), join(folder, "a.txt"));
    copyFileSync(fixture("outcome.md"), join(folder, "b.pdf"));
    copyFileSync(fixture("outcome.md"), join(folder, "c.docx"));
    mkdirSync(join(folder, "d.md"));
    const files = ["a.txt", "b.pdf", "c.docx", "d.md"].map((name) => join(folder, name));
    expect(await importCommand(files, noDatabase)).toBe(1);
    expect(err.map((line) => line.replace(/^.*: /u, ""))).toEqual([
      ...[
        "it is not text but a PDF file.",
        "it is not a PDF file.",
        "it is not a Word document.",
        "it is a folder, not a file.",
      ],
    ]);
  });
});

describe("importing", () => {
  test("twice: unchanged; a changed file: version 2", async () => {
    const { open, count } = withDatabase();
    const file = join(tempFolder(), "outcome.md");
    copyFileSync(fixture("outcome.md"), file);
    expect(await importCommand([file], open)).toBe(0);
    expect(await importCommand([file], open)).toBe(0);
    expect(out).toEqual(["outcome: version 1 imported, 18 provisions.", "outcome: unchanged since version 1."]);
    writeFileSync(
      file,
      "# Water for Everyone: Rights at the Tap\n\nOutcome document\n\n5 May 2023\n\nWater is a right.\n",
    );
    expect(await importCommand([file], open)).toBe(0);
    expect(out[2]).toMatch(/^outcome: version 2 imported, 2 provisions, 17 removed\.$/u);
    expect(await count()).toBe(2);
  });

  test("all files of a call or none", async () => {
    const { open, count } = withDatabase();
    const twin = join(tempFolder(), "twin.txt");
    copyFileSync(fixture("outcome.md"), twin);
    expect(await importCommand([fixture("outcome.md"), twin], open)).toBe(1);
    expect(err[0]).toMatch(/twin\.txt: another file of this call is “outcome” too\. Nothing was imported\.$/u);
    expect(await count()).toBe(0);
  });

  test.each([
    [["--slug", "Bad Slug"], /--slug/u],
    [["--kind", "novel"], /--kind/u],
    [["--date", "2023-02-30"], /--date/u],
    [["--language", "english!"], /--language/u],
    [["--source-url", "javascript:alert(1)"], /--source-url/u],
    [["--title", "  "], /--title/u],
  ])("%s is refused", async (given, message) => {
    expect(await importCommand([fixture("outcome.md"), ...given], noDatabase)).toBe(1);
    expect(err[0]).toMatch(message);
  });

  test("what the caller knows better wins", async () => {
    const given = [
      "--slug",
      "tap",
      "--kind",
      "charter",
      "--title",
      "Tap",
      "--date",
      "2020-01",
      "--language",
      "en-GB",
      "--dry-run",
      "--json",
    ];
    expect(await importCommand([fixture("outcome.md"), ...given], noDatabase)).toBe(0);
    expect(shown()[0]).toMatchObject({ slug: "tap", kind: "charter", title: "Tap", date: "2020-01" });
  });
});
