import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { expect } from "vitest";

const buildFile = join(import.meta.dirname, "..", "..", "build", "server", "index.js");

/** The address patterns of all routes that answer something. */
export async function readPatterns(): Promise<string[]> {
  expect(existsSync(buildFile), "There is no build: run `npm run build` first.").toBe(true);
  const { routes } = (await import(pathToFileURL(buildFile).href)) as ServerBuild;
  const pathOf = (id: string | undefined): string => {
    const route = id === undefined ? undefined : routes[id];
    return route ? `${pathOf(route.parentId)}${route.path ? `/${route.path}` : ""}` : "";
  };
  return Object.keys(routes)
    .filter((id) => id !== "root")
    .map((id) => pathOf(id) || "/");
}
