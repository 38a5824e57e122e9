import { accessSync, constants, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { StartError } from "./env.server";

/** Makes the data folder where it is missing. @throws StartError when it cannot be used */
export function prepareFolder(folder: string): void {
  try {
    makeFolder(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST" || code === "ENOTDIR") {
      throw new StartError(`The data folder ${folder} cannot be made: a file is in its place. Check DATA_DIR.`);
    }
    if (code === "ENOSPC") throw new StartError(`The disk of the data folder ${folder} is full.`);
    throw new StartError(`The data folder ${folder} cannot be written (${code}). Check DATA_DIR and its permissions.`);
  }
}

/** Step by step: Node's own `recursive` never comes back from folders such as /proc, which refuse with an odd error. */
function makeFolder(folder: string): void {
  const there = statSync(folder, { throwIfNoEntry: false });
  if (there && !there.isDirectory()) throw Object.assign(new Error("a file is in the place"), { code: "ENOTDIR" });
  if (there) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have made it meanwhile.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}
