import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tempFolder } from "../support/temp";

const root = join(import.meta.dirname, "..", "..");

/** In the place of Remix, whose builds take long: notes that it was called, and fails when it is told to. */
const pagesBuilder = `
  import { appendFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
  appendFileSync("calls", "pages ");
  rmSync("build", { recursive: true, force: true });
  if (existsSync("broken")) process.exit(1);
  mkdirSync("build/server", { recursive: true });
  writeFileSync("build/server/index.js", "");`;

/** A clone with the building scripts, the real esbuild, and a source file of each kind. */
function smallClone(): { folder: string; write: (path: string, content: string) => void } {
  const folder = tempFolder();
  const write = (path: string, content: string) => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  mkdirSync(join(folder, "server"));
  for (const script of ["setup.mjs", "build.mjs"]) {
    cpSync(join(root, "server", script), join(folder, "server", script));
  }
  write("package.json", '{"name":"clone","type":"module"}');
  write("node_modules/@remix-run/dev/dist/cli.js", pagesBuilder);
  write("node_modules/@remix-run/dev/package.json", '{"type":"module"}');
  symlinkSync(join(root, "node_modules", "esbuild"), join(folder, "node_modules", "esbuild"));
  write("app/page.tsx", "export const page = 1;");
  write("server/main.ts", "console.log('server 1');");
  write("cli/main.ts", "console.log('command 1');");
  write("search/sqlite/worker-thread.server.ts", "console.log('search 1');");
  write("app/domain/documents/import/read-program.server.ts", "console.log('reader 1');");
  return { folder, write };
}

/** Runs the build of what is stale. @returns what it said, how it ended, and whether the pages were built. */
function ensureBuilt(folder: string, options = {}) {
  rmSync(join(folder, "calls"), { force: true });
  const script = `import { ensureBuilt } from "./server/build.mjs"; await ensureBuilt(${JSON.stringify(options)});`;
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    cwd: folder,
    encoding: "utf8",
  });
  const pages = existsSync(join(folder, "calls")) ? readFileSync(join(folder, "calls"), "utf8").trim() : "none";
  return { status, said: stderr.trim(), pages };
}

const runs = (folder: string, program: string) =>
  spawnSync(process.execPath, [join(folder, "build", "programs", `${program}.js`)], { encoding: "utf8" }).stdout.trim();

const built = { status: 0, said: "Building …", pages: "pages" };
const nothingToDo = { status: 0, said: "", pages: "none" };

test("a build is made once, and again whenever a source is edited, added or removed", () => {
  const { folder, write } = smallClone();
  expect(ensureBuilt(folder)).toEqual(built);
  expect(runs(folder, "main")).toBe("server 1");
  expect(ensureBuilt(folder)).toEqual(nothingToDo);

  write("server/main.ts", "console.log('server 2');");
  expect(ensureBuilt(folder), "an edited file").toEqual(built);
  expect(runs(folder, "main")).toBe("server 2");
  write("app/deep/style.module.css", "a {}");
  expect(ensureBuilt(folder), "a new file").toEqual(built);
  rmSync(join(folder, "app", "deep"), { recursive: true });
  expect(ensureBuilt(folder), "a removed file").toEqual(built);
  write("package-lock.json", "{}");
  expect(ensureBuilt(folder), "other dependencies").toEqual(built);
  rmSync(join(folder, "build"), { recursive: true });
  expect(ensureBuilt(folder), "a removed build").toEqual(built);
  expect(ensureBuilt(folder)).toEqual(nothingToDo);
});

test("what no page and no program is made of leaves the build as it is", () => {
  const { folder, write } = smallClone();
  ensureBuilt(folder);
  write("README.md", "Read me.");
  write("seeds/cities/a-city.yaml", "name: A city");
  write("tests/unit/a.test.ts", "");
  write("data/polylogue.sqlite", "");
  expect(ensureBuilt(folder)).toEqual(nothingToDo);
});

test("the command line builds the programs alone, and the pages follow when they are needed", () => {
  const { folder } = smallClone();
  expect(ensureBuilt(folder, { pages: false })).toEqual({ ...built, pages: "none" });
  expect(runs(folder, "cli")).toBe("command 1");
  expect(ensureBuilt(folder)).toEqual(built);
  expect(runs(folder, "cli")).toBe("command 1");
});

test("a build that fails says so, and is made again the next time", () => {
  const { folder, write } = smallClone();
  ensureBuilt(folder);
  write("app/page.tsx", "export const page = ;");
  write("broken", "");
  expect(ensureBuilt(folder)).toEqual({ status: 1, said: "Building …\nThe build failed.", pages: "pages" });
  expect(ensureBuilt(folder).status).toBe(1);
  rmSync(join(folder, "broken"));
  expect(ensureBuilt(folder)).toEqual(built);
  expect(runs(folder, "main")).toBe("server 1");
});
