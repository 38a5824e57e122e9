// Builds the pages (Remix, Vite) and the programs around them (esbuild) into build/. `npm run build`, and `npm start` when stale.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { alone, checkNode, ensureInstalled, root, run } from "./setup.mjs";

const build = join(root, "build");
const folders = ["app", "db", "search", "seeds", "server", "cli", "public"];
const files = ["package.json", "package-lock.json", "remix.config.js", "vite.config.ts", "tsconfig.json"];
const sources = new Set(
  "css ico js jsx json mjs png svg ts tsx txt webmanifest woff2".split(" ").map((extension) => `.${extension}`),
);

/**
 * Builds what is not of the sources as they stand: the programs (server and command line), and the pages unless told otherwise.
 * A running server keeps what it serves in memory, so that a build cannot disturb it.
 */
export async function ensureBuilt({ pages = true, quiet = false } = {}) {
  // The pages come first: Remix clears all of build/ for them.
  const parts = pages ? ["pages", "programs"] : ["programs"];
  const isFresh = (hash) => parts.every((part) => stampOf(part) === hash);
  if (isFresh(hashSources())) return;
  await alone("build", async () => {
    const hash = hashSources();
    if (isFresh(hash)) return;
    console.error("Building …");
    for (const part of parts) {
      if (stampOf(part) === hash) continue;
      // Gone until all is there: a build that failed half-way is built again.
      rmSync(stampFile(part), { force: true });
      if (part === "programs") await bundlePrograms();
      else buildPages(quiet);
      writeFileSync(stampFile(part), hash);
    }
  });
}

const stampFile = (part) => join(build, `.${part}`);
const stampOf = (part) => (existsSync(stampFile(part)) ? readFileSync(stampFile(part), "utf8") : undefined);

function hashSources() {
  const hash = createHash("sha256");
  for (const file of [...files.map((name) => join(root, name)), ...folders.flatMap(filesOf)]) {
    if (!existsSync(file)) continue;
    const content = readFileSync(file);
    hash.update(`${relative(root, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

const filesOf = (folder) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && sources.has(extname(entry.name)))
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
    : [];

function buildPages(quiet) {
  const remix = join(root, "node_modules", "@remix-run", "dev", "dist", "cli.js");
  run(process.execPath, [remix, "vite:build", "--logLevel", "error"], {
    quiet,
    env: { ...process.env, NODE_ENV: "production" },
    otherwise: "The build failed.",
  });
}

/** The server, the command line and the search thread: our own code in one piece, dependencies stay in node_modules. */
async function bundlePrograms() {
  const esbuild = await import("esbuild");
  const outdir = join(build, "programs");
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: {
      main: "server/main.ts",
      cli: "cli/main.ts",
      "search-worker": "search/sqlite/worker-thread.server.ts",
      "document-reader": "app/domain/documents/import/read-program.server.ts",
    },
    outdir,
    write: false,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    sourcemap: true,
    logLevel: "warning",
  });
  // Its service would stay beside the server as long as that runs.
  await esbuild.stop();
  mkdirSync(outdir, { recursive: true });
  // Each file is replaced at once: a server that runs may start its search thread anew at any moment.
  for (const { path, contents } of outputFiles) {
    writeFileSync(`${path}.new`, contents);
    renameSync(`${path}.new`, path);
  }
  const names = new Set(outputFiles.map(({ path }) => basename(path)));
  for (const name of readdirSync(outdir)) if (!names.has(name)) rmSync(join(outdir, name), { recursive: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  checkNode();
  await ensureInstalled();
  for (const part of ["programs", "pages"]) rmSync(stampFile(part), { force: true });
  await ensureBuilt();
}
