import { expect, onTestFinished, test } from "vitest";
import { startServer } from "../support/start-server";
import { tempFolder } from "../support/temp";

test("npm run dev serves pages through Vite, whose client reloads them, and ends cleanly", async () => {
  const server = await startServer({ DATA_DIR: tempFolder(), SEEDS: "false" }, ["--dev"]);
  onTestFinished(async () => {
    await server.stop();
  });
  const page = await fetch(`${server.origin}/about`);
  expect(page.status).toBe(200);
  expect(page.headers.get("Content-Security-Policy")).toMatch(
    /style-src 'self' 'unsafe-inline';.*connect-src 'self' ws:;/,
  );
  // Put in by the server, or brought by Remix where the page hydrates.
  expect(await page.text()).toMatch(/\/@vite\/client|__remixContext/);
  expect((await fetch(`${server.origin}/@vite/client`)).status).toBe(200);
  expect((await fetch(`${server.origin}/readyz`)).status).toBe(200);
  expect(await server.stop()).toBe(0);
});
