import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readEnv } from "~/env.server";
import { createServices, type Services } from "~/services.server";
import { createPageHandler } from "../../server/page-handler";

let services: Services;
let build: ServerBuild;
const dataDir = mkdtempSync(join(tmpdir(), "polylogue-routes-"));

beforeAll(async () => {
  services = await createServices(readEnv({ DATA_DIR: dataDir, LOG_LEVEL: "silent" }));
  build = await import(pathToFileURL(join(import.meta.dirname, "..", "..", "build", "server", "index.js")).href);
});
afterAll(async () => {
  await services.close();
  rmSync(dataDir, { recursive: true, force: true });
});

test("every address is answered as with all routes together", async () => {
  const fixed = Object.values(build.routes).flatMap(({ path }) => (path?.includes(":") ? [] : [`/${path ?? ""}`]));
  const others = [
    "/Search",
    "/%73earch",
    "/search/nothing",
    "/search/",
    "/tools.data",
    "/api/nothing",
    "/nothing",
    "//",
  ];
  const deep = ["/tools/human-rights-budgeting", "/documents/hrgl-2023/recommendation-8", "/api/v1/tools/nothing"];
  const mine = createPageHandler(build);
  const all = createRequestHandler(build, "production");
  for (const path of [...fixed, ...others, ...deep]) {
    const ask = async (handler: typeof mine) => {
      const response = await handler(new Request(`http://localhost${path}`), { services, nonce: "n", address: "" });
      const body = (await response.text()).replace(/"took_ms":[\d.]+/, "");
      return { status: response.status, headers: [...response.headers], body };
    };
    expect(await ask(mine), path).toEqual(await ask(all));
  }
});

test("a page that is worked in hydrates, and knows the routes of its own address", async () => {
  const id = "routes/tools._index";
  const route = build.routes[id];
  if (!route) throw new Error(`There is no ${id}.`);
  const worked = { ...route, module: { ...route.module, handle: { hydrate: true } } };
  const handler = createPageHandler({ ...build, routes: { ...build.routes, [id]: worked } });
  const response = await handler(new Request("http://localhost/tools"), { services, nonce: "n", address: "" });
  const body = await response.text();
  expect(response.status).toBe(200);
  expect(body).toContain("window.__remixContext = ");
  expect(body).toContain("streamController.close()");
  expect(body).toContain(`"${id}"`);
});
