// The development server: Vite transforms and reloads, the rest is the server that runs in production.
import { createServer as createHttpServer } from "node:http";
import { relative } from "node:path";
import { createServer } from "vite";
import { root } from "./setup.mjs";

const server = createHttpServer();
const vite = await createServer({ root, server: { middlewareMode: true, hmr: { server } }, appType: "custom" });

// Pages and rooms reload by themselves; what was built once at start needs a new start.
const heldAtStart = /^(server|db|search|seeds)\/.*\.(ts|mjs|yaml)$|^app\/(env|services)\.server\.ts$/;
vite.watcher.on("change", (file) => {
  const path = relative(root, file).replaceAll("\\", "/");
  if (!heldAtStart.test(path)) return;
  console.log(`${path} changed: starting again …`);
  process.exit(75);
});

const { serve } = await vite.ssrLoadModule("/server/main.ts");
await serve({
  server,
  files: vite.middlewares,
  loadBuild: () => vite.ssrLoadModule("virtual:remix/server-build"),
});
