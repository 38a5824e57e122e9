import { expect, test } from "vitest";
import { startApp } from "../support/app-server";
import { rawRequest } from "../support/raw-request";

const get = (target: string, headers = "") =>
  `GET ${target} HTTP/1.1\r\nHost: localhost\r\n${headers}Connection: close\r\n\r\n`;
const post = (headers: string, body = "") =>
  `POST / HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\n${headers}Content-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`;
const form = "Content-Type: application/x-www-form-urlencoded\r\n";

const table: [what: string, bytes: string, status: number][] = [
  ["broken percent-encoding in the path", get("/%E0%A4%A"), 400],
  ["a lone percent sign in the path", get("/100%"), 400],
  ["a percent-encoded surrogate", get("/%ED%A0%80"), 400],
  ["NUL in the path", get("/a%00b"), 400],
  ["NUL in the query", get("/?q=%00"), 400],
  ["a line end in the path", get("/a%0d%0aSet-Cookie:x=1"), 400],
  ["two slashes at the start", get("//evil.example/"), 400],
  ["slash and backslash at the start", get("/\\evil.example/"), 400],
  ["a whole address", get("http://evil.example/"), 400],
  ["a path without a slash", get("evil"), 400],
  ["an over-long address", get(`/?q=${"a".repeat(9000)}`), 414],
  ["an address longer than the parser takes", get(`/?q=${"a".repeat(40_000)}`), 431],
  ["a percent sign in a query, as people type it", get("/search?q=100%"), 200],
  ["broken percent-encoding in a query", get("/search?q=%E0%A4%A"), 200],
  ["a parameter of Remix's own", get("/?_data=routes%2F_index"), 400],
  ["the same, encoded", get("/search?q=a&%5Fdata"), 400],
  ["a parameter that is merely like it", get("/search?q=_data"), 200],
  ["dots that climb", get("/../../etc/passwd"), 200],
  ["no Host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 400],
  ["an empty Host", "GET / HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n", 400],
  ["a Host with a path", "GET / HTTP/1.1\r\nHost: a/b\r\nConnection: close\r\n\r\n", 400],
  ["a Host with a user", "GET / HTTP/1.1\r\nHost: u@h\r\nConnection: close\r\n\r\n", 400],
  ["a Host with a port out of range", "GET / HTTP/1.1\r\nHost: h:99999\r\nConnection: close\r\n\r\n", 400],
  ["an IPv6 Host", "GET / HTTP/1.1\r\nHost: [::1]:80\r\nConnection: close\r\n\r\n", 200],
  ["no HTTP at all", "hello\r\n\r\n", 400],
  ["a header line without a colon", "GET / HTTP/1.1\r\nHost: h\r\nbroken\r\n\r\n", 400],
  ["two lengths", `POST / HTTP/1.1\r\nHost: h\r\n${form}Content-Length: 1\r\nContent-Length: 2\r\n\r\na`, 400],
  ["a malformed cookie", get("/", "Cookie: =;;; a=%E0%A4%A; \xff\xfe; __proto__=1\r\n"), 200],
  ["a malformed Range", get("/", "Range: bytes=9-1,-,x\r\n"), 200],
  ["a malformed If-None-Match", get("/", 'If-None-Match: ,,"", W/, *x\r\n'), 200],
  ["a malformed If-Modified-Since", get("/", "If-Modified-Since: yesterday\r\n"), 200],
  ["a malformed Accept", get("/", "Accept: ;;q=x,/\r\n"), 200],
  ["a malformed Accept-Encoding", get("/", "Accept-Encoding: ;q=,br;q=9\r\n"), 200],
  ["an expectation that nobody can meet", get("/", "Expect: tea\r\n"), 417],
  ["TRACE", "TRACE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 405],
  ["PUT", "PUT / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", 405],
  ["DELETE", "DELETE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 405],
  ["a method of WebDAV", "PROPFIND / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 501],
  ["a method that does not exist", "BREW / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 400],
  ["OPTIONS", "OPTIONS / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 204],
  ["JSON that is none", post("Content-Type: application/json\r\n", "{"), 400],
  ["JSON that is not UTF-8", post("Content-Type: application/json\r\n", "\xff"), 400],
  ["an unknown content type", post("Content-Type: application/x-tea\r\n", "a"), 415],
  ["a body without a content type", post("", "a"), 415],
  ["a multipart form without a boundary", post("Content-Type: multipart/form-data\r\n", "a"), 400],
  ["a multipart form that breaks off", post("Content-Type: multipart/form-data; boundary=x\r\n", "--x\r\nbroken"), 400],
  ["a compressed body", post(`${form}Content-Encoding: gzip\r\n`, "a"), 415],
  ["a form", post(form, "a=1"), 200],
  ["a form with broken percent-encoding", post(form, "a=%E0%A4%A"), 200],
  ["no body at all", post(""), 200],
  [
    "a body that says it is 30 MB",
    `POST / HTTP/1.1\r\nHost: h\r\nOrigin: http://h\r\n${form}Content-Length: 31457280\r\n\r\na`,
    413,
  ],
];

test.each(table)("%s is answered in kind, without a stack", async (_what, bytes, status) => {
  const { port, logged } = await startApp();
  const answer = await rawRequest(port, bytes);
  expect(answer.status).toBe(status);
  expect(answer.body).not.toMatch(/\bat .*:\d+:\d+|node_modules|Error:/);
  expect(logged.filter((line) => Number(line.level) >= 50)).toEqual([]);
});

test("a body that grows over the limit is refused while it arrives", async () => {
  const { origin } = await startApp();
  const body = new ReadableStream({
    pull: (controller) => controller.enqueue(new Uint8Array(256 * 1024)),
  });
  const sent = fetch(origin, {
    method: "POST",
    body,
    duplex: "half",
    headers: { "Content-Type": "application/x-www-form-urlencoded", Origin: origin },
  } as RequestInit).then(
    (response) => response.status,
    () => "cut off",
  );
  expect([413, "cut off"]).toContain(await sent);
});

test("what is wrong is said as problem+json under /api, as a short page to browsers, as text to others", async () => {
  const { origin } = await startApp();
  const api = await fetch(`${origin}/api/v1/search/%E0%A4%A`);
  expect(api.headers.get("Content-Type")).toMatch(/^application\/problem\+json/);
  expect(await api.json()).toEqual({
    type: "about:blank",
    title: "Bad Request",
    status: 400,
    detail: "The address is not valid: its percent-encoding is broken.",
  });
  const page = await fetch(`${origin}/%E0%A4%A`, { headers: { Accept: "text/html" } });
  expect(page.headers.get("Content-Type")).toMatch(/^text\/html/);
  expect(await page.text()).toContain("<h1>400 Bad Request</h1>");
  const text = await fetch(`${origin}/%E0%A4%A`);
  expect(text.headers.get("Content-Type")).toMatch(/^text\/plain/);
});

test("a page that fails is a 500 that tells nothing, and a line in the log that tells all", async () => {
  const { origin, logged } = await startApp({
    pageHandler: async () => {
      throw new Error("the secret reason");
    },
  });
  const response = await fetch(origin);
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain("secret");
  expect(JSON.stringify(logged)).toContain("the secret reason");
});

test("a page that fails half-way is cut off, not passed for whole", async () => {
  const { origin } = await startApp({
    pageHandler: async () => {
      let sent = 0;
      const body = new ReadableStream({
        pull(controller) {
          if (sent++ > 20) controller.error(new Error("half-way"));
          else controller.enqueue(new Uint8Array(100_000));
        },
      });
      return new Response(body, { headers: { "Content-Type": "text/html" } });
    },
  });
  await expect(fetch(origin).then((response) => response.text())).rejects.toThrow();
});
