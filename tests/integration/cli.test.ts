import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { polylogue } from "../support/run-program";
import { tempFolder } from "../support/temp";

const root = join(import.meta.dirname, "..", "..");

// Builds, when need be, which is said on stderr.
beforeAll(() => polylogue(["--version"]));

test("--help shows every verb with a line about it", async () => {
  const { code, stdout, stderr } = await polylogue(["--help"]);
  expect(code).toBe(0);
  expect(stderr).toBe("");
  for (const verb of [
    "start",
    "import",
    "seeds check",
    "search reindex",
    "search status",
    "search verify",
    "env",
    "doctor",
  ]) {
    expect(stdout).toMatch(new RegExp(`^  ${verb} .*[a-z].*\\.$`, "m"));
  }
});

test("--help behind a verb shows that verb", async () => {
  const { code, stdout } = await polylogue(["search", "status", "--help"]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^polylogue search status \[--json\]\n/);
});

test("--version is that of package.json", async () => {
  const { stdout } = await polylogue(["--version"]);
  expect(stdout.trim()).toBe(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version);
});

const wrong: [args: string[], says: RegExp][] = [
  [["sing"], /^There is no command “sing”\. polylogue --help lists them all\.$/],
  [["seeds"], /^There is no command “seeds”\./],
  [["search", "status", "--yaml"], /^Unknown option '--yaml'/],
  [["doctor", "now"], /^Unexpected argument 'now'/],
];

test.each(wrong)("polylogue %j is refused in one line", async (args, says) => {
  const { code, stdout, stderr } = await polylogue(args, { DATA_DIR: tempFolder() });
  expect(stderr.trim()).toMatch(says);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(stdout).toBe("");
  expect(code).toBe(1);
});

test("a wrong setting is one line and exit code 1 here too", async () => {
  const { code, stderr } = await polylogue(["doctor"], { TRUST_PROXY: "all" });
  expect(stderr).toBe('TRUST_PROXY must be a whole number from 0 to 10 (it is "all").\n');
  expect(code).toBe(1);
});

test("env shows what is in force, and nothing of it needs a database", async () => {
  const folder = join(tempFolder(), "data");
  const { stdout } = await polylogue(["env"], { DATA_DIR: folder, PORT: "8080" });
  expect(JSON.parse(stdout)).toMatchObject({ dataDir: folder, port: 8080 });
  expect(existsSync(folder)).toBe(false);
  expect((await polylogue(["env", "--markdown"])).stdout).toContain("| `PORT` | `3000` |");
  expect((await polylogue(["env", "--example"])).stdout).toBe(readFileSync(join(root, ".env.example"), "utf8"));
});

test("doctor looks after a new installation; --json prints JSON and nothing else", async () => {
  const doctor = await polylogue(["doctor", "--json"], { DATA_DIR: tempFolder() });
  expect(JSON.parse(doctor.stdout).map(({ ok }: { ok: boolean }) => ok)).toEqual([true, true, true, true]);
  expect(doctor).toMatchObject({ code: 0, stderr: "" });
});

test("seeds check finds the project's own seeds sound", async () => {
  const { code, stdout } = await polylogue(["seeds", "check"]);
  expect(stdout).toMatch(/^The seeds in .* are sound/);
  expect(code).toBe(0);
});
