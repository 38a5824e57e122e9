// After an install: puts the command where npx looks first. npx would find it without, but through a link of its own in the
// user's cache, which takes it a second each time and which two calls at once can break.
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "..", "node_modules", ".bin");

if (process.platform !== "win32") {
  mkdirSync(folder, { recursive: true });
  rmSync(join(folder, "polylogue"), { force: true });
  symlinkSync("../../cli/polylogue.mjs", join(folder, "polylogue"));
}
