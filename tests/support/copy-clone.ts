import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");
const sources = ["app", "cli", "db", "public", "search", "seeds", "server"];

/**
 * A copy of this working tree, to edit and run. Its dependencies are hard links, which cost neither time nor space; what lies
 * directly in node_modules/ (Vite's cache, the stamp of the install) is its own.
 * @returns its folder, for the caller to remove.
 */
export function copyClone(): string {
  // Hard links reach no other file system than that of the dependencies.
  const cache = join(root, ".cache");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "clone-"));
  for (const name of sources) cpSync(join(root, name), join(folder, name), { recursive: true });
  for (const { name } of readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile())) {
    if (/\.(json|js|ts)$/.test(name)) cpSync(join(root, name), join(folder, name));
  }
  const { status } = spawnSync("cp", ["-al", join(root, "node_modules"), join(folder, "node_modules")]);
  if (status !== 0) throw new Error("the dependencies could not be linked");
  for (const own of [".vite", ".vite-temp"])
    rmSync(join(folder, "node_modules", own), { recursive: true, force: true });
  const stamp = ".polylogue-installed";
  rmSync(join(folder, "node_modules", stamp), { force: true });
  cpSync(join(root, "node_modules", stamp), join(folder, "node_modules", stamp));
  return folder;
}
