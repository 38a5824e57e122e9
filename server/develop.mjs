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
  if (heldAtStart.test(path)) {
    console.log(`${path} changed: starting again …`);
    process.exit(75);
  }
  // Vite replaces what the browser has loaded; what was written on the server alone needs a reload.
  const inBrowser = vite.environments.client.moduleGraph.getModulesByFile(file)?.size ?? 0;
  if (path.startsWith("app/") && inBrowser === 0) vite.ws.send({ type: "full-reload" });
});

/** A page that does not hydrate gets Vite's client, so that it reloads; in one that does, React would stumble over it. */
const withReload = (handler) => async (request, context) => {
  const response = await handler(request, context);
  if (!/^text\/html\b/.test(response.headers.get("content-type") ?? "")) return response;
  const html = await response.text();
  const page = html.includes("__remixContext")
    ? html
    : html.replace("</head>", '<script type="module" src="/@vite/client"></script></head>');
  return new Response(page, { status: response.status, headers: response.headers });
};

const { serve } = await vite.ssrLoadModule("/server/main.ts");
await serve({
  server,
  files: vite.middlewares,
  wrapPages: withReload,
  loadBuild: () => vite.ssrLoadModule("virtual:remix/server-build"),
});
