import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { staticFiles } from "../../server/static-files";
import { startApp } from "../support/app-server";
import { rawRequest } from "../support/raw-request";
import { tempFolder } from "../support/temp";

const location = (head: string) => /^Location: (.*)\r?$/m.exec(head)?.[1];
const ask = (method: string, target: string) =>
  `${method} ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`;

test.each([
  ["/TOOLS", "/tools"],
  ["/tools/", "/tools"],
  ["/Tools///", "/tools"],
  ["/Documents/HRGL-2023/Recommendation-8/", "/documents/hrgl-2023/recommendation-8"],
  ["/Search?q=Housing&city=A/", "/search?q=Housing&city=A/"],
  ["/search/?q=a?b", "/search?q=a?b"],
  ["/API/v1/tools/", "/api/v1/tools"],
  ["/CAF%C3%89", "/caf%C3%89"],
])("%s leads to %s, for good", async (typed, canonical) => {
  const { port } = await startApp();
  for (const method of ["GET", "HEAD"]) {
    const answer = await rawRequest(port, ask(method, typed));
    expect([answer.status, location(answer.head)]).toEqual([301, canonical]);
    const again = await rawRequest(port, ask(method, canonical));
    expect(again.status).toBe(200);
  }
});

test.each(["/", "/?Q=A/", "/tools", "/caf%c3%a9", "/search?q=A/"])("%s is answered where it is", async (target) => {
  const { port } = await startApp();
  expect((await rawRequest(port, ask("GET", target))).status).toBe(200);
});

test.each(["//evil.example/", "//EVIL.example", "///", "/\\EVIL.example/", "http://evil.example/A/"])(
  "%s leads nowhere",
  async (target) => {
    const { port } = await startApp();
    const answer = await rawRequest(port, ask("GET", target));
    expect([answer.status, location(answer.head)]).toEqual([400, undefined]);
  },
);

test.each(["/.//EVIL.example/", "/tools//EVIL.example/", "/%2F/EVIL.example/", "/%5CEVIL.example/"])(
  "%s stays on this site",
  async (target) => {
    const { port, origin } = await startApp();
    const answer = await rawRequest(port, ask("GET", target));
    expect(answer.status).toBe(301);
    expect(new URL(location(answer.head) ?? "", origin).origin).toBe(origin);
  },
);

test("built files keep their capitals", async () => {
  const folder = tempFolder();
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "assets", "Root-A1B2.js"), "let a;");
  const { origin } = await startApp({ files: staticFiles(folder) });
  expect((await fetch(`${origin}/assets/Root-A1B2.js`, { redirect: "manual" })).status).toBe(200);
  expect((await fetch(`${origin}/assets/Gone-A1B2.js`, { redirect: "manual" })).status).toBe(404);
});

test.each(["/", "/tools", "/api/v1/tools"])("Allow at %s names what is allowed", async (path) => {
  const { origin } = await startApp({ pageHandler: async () => new Response(null, { status: 405 }) });
  const refused = await fetch(origin + path, { method: "DELETE" });
  const posted = await fetch(origin + path, { method: "POST", headers: { Origin: origin } });
  const asked = await fetch(origin + path, { method: "OPTIONS" });
  expect([refused.status, posted.status, asked.status]).toEqual([405, 405, 204]);
  for (const { headers } of [refused, posted, asked]) expect(headers.get("Allow")).toBe("GET, HEAD, OPTIONS");
});
