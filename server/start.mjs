// `npm start` and `npm run dev`: everything from a fresh clone to a server that listens.
import { spawn } from "node:child_process";
import module from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureBuilt } from "./build.mjs";
import { checkNode, ensureInstalled, giveUp, root } from "./setup.mjs";

checkNode();
await ensureInstalled();
if (process.argv.includes("--dev")) await develop();
else await start();

async function start() {
  process.env.NODE_ENV = "production";
  await ensureBuilt();
  // Compiled code is kept for the next start (Node 22 and newer).
  module.enableCompileCache?.(join(root, ".cache", "compiled"));
  try {
    const { serve } = await import("../build/programs/main.js");
    await serve();
  } catch (error) {
    if (error.code === "ERR_DLOPEN_FAILED") {
      giveUp("The dependencies were installed for another version of Node: run npm ci.");
    }
    throw error;
  }
}

/** The development server runs in a child, which asks with exit code 75 to be started anew when the server's own code changed. */
async function develop() {
  // Vite has the pages and the server; the search thread is bundled.
  await ensureBuilt({ pages: false });
  const child = spawn(process.execPath, [fileURLToPath(new URL("develop.mjs", import.meta.url))], {
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "development" },
  });
  let stopping = false;
  const pass = (signal) => {
    stopping = true;
    child.kill(signal);
  };
  process.on("SIGTERM", pass).on("SIGINT", pass);
  child.on("exit", (code) => {
    process.off("SIGTERM", pass).off("SIGINT", pass);
    if (code === 75 && !stopping) void develop();
    else process.exit(stopping ? 0 : (code ?? 1));
  });
}
