import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { staticFiles } from "../../server/static-files";
import { startApp } from "../support/app-server";
import { rawRequest } from "../support/raw-request";
import { tempFolder } from "../support/temp";

const html = { "Content-Type": "text/html; charset=utf-8" };
const longText = "human rights in the city ".repeat(200);

test("every answer carries the headers that keep a browser safe", async () => {
  const { origin } = await startApp();
  for (const path of ["/", "/healthz", "/%E0%A4%A", "/api/v1/search"]) {
    const { headers } = await fetch(origin + path);
    expect(headers.get("Content-Security-Policy")).toMatch(
      /^default-src 'none';script-src 'self' 'nonce-[\w+/=]{24}';style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';manifest-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'$/,
    );
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("X-Frame-Options")).toBe("DENY");
    expect(headers.get("Referrer-Policy")).toBe("same-origin");
    expect(headers.get("Cross-Origin-Opener-Policy")).toBe("same-origin");
    expect(headers.get("Permissions-Policy")).toContain("geolocation=()");
    expect(headers.get("X-Powered-By")).toBeNull();
    expect(headers.get("Strict-Transport-Security")).toBeNull();
    expect(headers.get("X-Request-Id")).toMatch(/^[\w-]{36}$/);
  }
});

test("a public address with https is kept to https", async () => {
  const { origin } = await startApp({ env: { baseUrl: "https://polylogue.example" } });
  const { headers } = await fetch(origin);
  expect(headers.get("Strict-Transport-Security")).toBe("max-age=31536000");
  expect(headers.get("Content-Security-Policy")).toMatch(/upgrade-insecure-requests$/);
});

test("the interface may be read from other sites' pages, the pages may not", async () => {
  const { origin } = await startApp();
  const api = await fetch(`${origin}/api/v1/tools`);
  expect(api.headers.get("Access-Control-Allow-Origin")).toBe("*");
  expect(api.headers.get("Cross-Origin-Resource-Policy")).toBe("cross-origin");
  const page = await fetch(origin);
  expect(page.headers.get("Access-Control-Allow-Origin")).toBeNull();
  expect(page.headers.get("Cross-Origin-Resource-Policy")).toBe("same-origin");
});

test("a page that did not change is answered 304, although its nonce did", async () => {
  const { origin } = await startApp({
    pageHandler: async (_request, { nonce }) =>
      new Response(`<script nonce="${nonce}"></script>${longText}`, { headers: html }),
  });
  const first = await fetch(origin);
  const tag = first.headers.get("ETag") ?? "";
  expect(tag).toMatch(/^W\/"[\w-]{22}"$/);
  expect(first.headers.get("Cache-Control")).toBe("no-cache");
  expect(first.headers.get("Vary")).toBe("Accept-Language, Cookie, Accept-Encoding");
  const again = await fetch(origin, { headers: { "If-None-Match": tag } });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe("");
  // A new nonce would forbid the scripts of the copy that the browser kept.
  expect(again.headers.get("Content-Security-Policy")).toBeNull();
  const other = await fetch(origin, { headers: { "If-None-Match": '"other"' } });
  expect(other.status).toBe(200);
});

test("a result that differs in the time it took only is the same", async () => {
  let took = 0;
  const { origin } = await startApp({ pageHandler: async () => Response.json({ total: 3, took_ms: took++ }) });
  const first = await fetch(`${origin}/api/v1/search`);
  const second = await fetch(`${origin}/api/v1/search`);
  expect(await first.text()).not.toBe(await second.text());
  expect(first.headers.get("ETag")).toBe(second.headers.get("ETag"));
});

test("HEAD has the headers of GET and no body", async () => {
  const seen: string[] = [];
  const { origin, port } = await startApp({
    pageHandler: async (request) => {
      seen.push(request.method);
      return new Response(longText, { headers: html });
    },
  });
  const got = await fetch(origin);
  const answer = await rawRequest(port, "HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  expect(answer.status).toBe(200);
  expect(answer.body).toBe("");
  expect(answer.head).toContain(`ETag: ${got.headers.get("ETag")}`);
  expect(seen).toEqual(["GET", "GET"]);
});

test.each(["br", "gzip"])("pages are compressed with %s", async (encoding) => {
  const { origin } = await startApp({ pageHandler: async () => new Response(longText, { headers: html }) });
  const response = await fetch(origin, { headers: { "Accept-Encoding": encoding } });
  expect(response.headers.get("Content-Encoding")).toBe(encoding);
  expect(await response.text()).toBe(longText);
});

test("a page that is slow to end is streamed from its beginning", async () => {
  let finish = () => {};
  const { origin } = await startApp({
    pageHandler: async () => {
      const body = new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode(longText));
          finish = () => {
            controller.enqueue(new TextEncoder().encode("the end"));
            controller.close();
          };
        },
      });
      return new Response(body, { headers: { ...html, "Content-Encoding": "identity" } });
    },
  });
  const response = await fetch(origin, { headers: { "Accept-Encoding": "identity" } });
  const reader = response.body?.getReader();
  expect((await reader?.read())?.value?.length).toBeGreaterThan(0);
  expect(response.headers.get("ETag")).toBeNull();
  finish();
  let last = "";
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    last = new TextDecoder().decode(next.value);
  }
  expect(last).toMatch(/the end$/);
});

test("built files are kept for a year, other files for an hour, hidden ones are not served", async () => {
  const folder = tempFolder();
  mkdirSync(join(folder, "assets"));
  mkdirSync(join(folder, ".vite"));
  writeFileSync(join(folder, "assets", "page-abc.js"), longText);
  writeFileSync(join(folder, "favicon.svg"), "<svg/>");
  writeFileSync(join(folder, ".vite", "manifest.json"), "{}");
  const { origin } = await startApp({
    files: staticFiles(folder),
    pageHandler: async () => new Response("page", { status: 404, headers: html }),
  });
  const asset = await fetch(`${origin}/assets/page-abc.js`, { headers: { "Accept-Encoding": "br" } });
  expect(asset.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
  expect(asset.headers.get("Content-Type")).toBe("text/javascript; charset=utf-8");
  expect(asset.headers.get("Content-Encoding")).toBe("br");
  expect(await asset.text()).toBe(longText);
  const tag = asset.headers.get("ETag") ?? "";
  expect((await fetch(`${origin}/assets/page-abc.js`, { headers: { "If-None-Match": tag } })).status).toBe(304);
  // A script is no document; a picture may be opened as one.
  expect(asset.headers.get("X-Content-Type-Options")).toBe("nosniff");
  expect(asset.headers.get("Content-Security-Policy")).toBeNull();
  const icon = await fetch(`${origin}/favicon.svg`);
  expect(icon.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
  expect(icon.headers.get("Cache-Control")).toBe("public, max-age=3600");
  expect(await (await fetch(`${origin}/.vite/manifest.json`)).text()).toBe("page");
  const missing = await fetch(`${origin}/assets/missing.js`);
  expect(missing.status).toBe(404);
  expect(missing.headers.get("Cache-Control")).toBe("no-store");
});

const foreign: [what: string, headers: Record<string, string>, status: number][] = [
  ["the same origin", { Origin: "OWN", "Sec-Fetch-Site": "same-origin" }, 200],
  ["nobody knows where", {}, 403],
  ["the public address", { Origin: "https://polylogue.example" }, 200],
  ["another site", { Origin: "https://evil.example" }, 403],
  ["another port", { Origin: "http://127.0.0.1:1" }, 403],
  ["a hidden origin", { Origin: "null" }, 403],
  ["a garbled origin", { Origin: "%%%" }, 403],
  ["another site, by Sec-Fetch-Site", { Origin: "OWN", "Sec-Fetch-Site": "cross-site" }, 403],
  ["a sister site", { Origin: "OWN", "Sec-Fetch-Site": "same-site" }, 403],
  [
    "another site that names itself as forwarded",
    { Origin: "http://evil.example", "X-Forwarded-Host": "evil.example" },
    403,
  ],
];

test.each(foreign)("a form sent from %s", async (_what, headers, status) => {
  const { origin } = await startApp({ env: { baseUrl: "https://polylogue.example" } });
  const own = headers.Origin === "OWN" ? { ...headers, Origin: origin } : headers;
  const response = await fetch(origin, { method: "POST", headers: own, body: new URLSearchParams({ a: "1" }) });
  expect(response.status).toBe(status);
});

test("what a proxy forwards counts only when a proxy is trusted", async () => {
  const pageHandler = async (request: Request) => new Response(request.url);
  const headers = {
    "X-Forwarded-Host": "polylogue.example",
    "X-Forwarded-Proto": "https",
    "X-Request-Id": "from-the-proxy",
  };
  const direct = await startApp({ pageHandler });
  const alone = await fetch(`${direct.origin}/a?b`, { headers });
  expect(await alone.text()).toBe(`${direct.origin}/a?b`);
  expect(alone.headers.get("X-Request-Id")).not.toBe("from-the-proxy");
  const behind = await startApp({ pageHandler, env: { trustProxy: 1 } });
  const forwarded = await fetch(`${behind.origin}/a?b`, { headers });
  expect(await forwarded.text()).toBe("https://polylogue.example/a?b");
  expect(forwarded.headers.get("X-Request-Id")).toBe("from-the-proxy");
  const form = { method: "POST", body: new URLSearchParams({ a: "1" }) };
  const own = await fetch(behind.origin, { ...form, headers: { ...headers, Origin: "https://polylogue.example" } });
  expect(own.status).toBe(200);
  const odd = await fetch(behind.origin, { headers: { "X-Forwarded-Host": "a/../b" } });
  expect(odd.status).toBe(400);
});

test("the log holds the path and the id of a request, and nothing about who asked for what", async () => {
  const { origin, logged } = await startApp();
  const response = await fetch(`${origin}/search?q=my-secret-question&token=abc`, {
    headers: { Cookie: "session=my-session", Authorization: "Bearer my-key" },
  });
  await response.text();
  const line = logged.find(({ msg }) => msg === "request");
  expect(line).toMatchObject({
    method: "GET",
    path: "/search",
    status: 200,
    request: response.headers.get("X-Request-Id"),
  });
  expect(JSON.stringify(logged)).not.toMatch(/my-|token|127\.0\.0\.1/);
});

test("a page sees the form that was sent", async () => {
  const { origin } = await startApp({
    pageHandler: async (request) => Response.json([...(await request.formData()).entries()]),
  });
  const form = new FormData();
  form.set("title", "Änderung");
  const response = await fetch(origin, { method: "POST", body: form, headers: { Origin: origin } });
  expect(await response.json()).toEqual([["title", "Änderung"]]);
});

test("programs get a problem where readers get a page", async () => {
  const { origin } = await startApp({
    pageHandler: async (request) =>
      new Response("<h1>A page</h1>", { status: request.method === "POST" ? 405 : 404, headers: html }),
  });
  const missing = await fetch(`${origin}/api/v1/nothing`);
  expect(missing.status).toBe(404);
  expect(missing.headers.get("Content-Type")).toMatch(/^application\/problem\+json/);
  expect(await missing.json()).toMatchObject({ status: 404, title: "Not Found" });
  expect(await (await fetch(`${origin}/nothing`)).text()).toBe("<h1>A page</h1>");
  const posted = await fetch(`${origin}/api/v1/tools`, { method: "POST", body: new URLSearchParams({ a: "1" }) });
  expect(posted.status).toBe(405);
  expect(posted.headers.get("Allow")).toBe("GET, HEAD, OPTIONS");
});
