import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";
import type { RunningMeilisearch } from "./meilisearch-server";

/** Answers in the place of the server; `pass` asks it, and gives its answer on. */
export type Spoiling = (request: IncomingMessage, response: ServerResponse, pass: () => Promise<void>) => Promise<void>;

export interface MeilisearchProxy {
  url: string;
  key: string;
  /** What becomes of requests from now on; null: all is well. */
  spoil(spoiling: Spoiling | null): void;
  stop(): Promise<void>;
}

/** Stands between a site and a real server: a way to it on which things go wrong. `path`: where it has the server. */
export async function startMeilisearchProxy(
  { url, key }: Pick<RunningMeilisearch, "url" | "key">,
  { path = "" } = {},
): Promise<MeilisearchProxy> {
  let current: Spoiling | null = null;
  const proxy = createServer((request, response) => {
    const { url: asked = "" } = request;
    const isServed = asked.startsWith(`${path}/`);
    request.url = asked.slice(path.length);
    const pass = () => (isServed ? passOn(url, request, response) : withStatus(404)(request, response, async () => {}));
    const answered = current ? current(request, response, pass) : pass();
    answered.catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const { port } = proxy.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${path}`,
    key,
    spoil(spoiling) {
      current = spoiling;
    },
    stop: () =>
      new Promise((resolve) => {
        proxy.close(() => resolve());
        proxy.closeAllConnections();
      }),
  };
}

async function passOn(url: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const sent: Buffer[] = [];
  for await (const chunk of request) sent.push(chunk as Buffer);
  const { authorization = "", "content-type": type = "application/json" } = request.headers;
  const answer = await fetch(new URL(request.url ?? "/", url), {
    method: request.method,
    headers: { authorization, "content-type": type, "accept-encoding": "identity" },
    ...(sent.length > 0 && { body: Buffer.concat(sent) }),
  });
  const body = Buffer.from(await answer.arrayBuffer());
  response.writeHead(answer.status, { "content-type": "application/json", "content-length": body.length });
  response.end(body);
}

const isWrite = ({ method, url = "" }: IncomingMessage) => method !== "GET" && !/(?:search|fetch)(?:\?|$)/.test(url);
const said = (response: ServerResponse, status: number, type: string, body: string | Buffer) => {
  response.writeHead(status, { "content-type": type }).end(body);
};

/** After so many milliseconds. */
export const slowly =
  (ms: number): Spoiling =>
  async (_request, _response, pass) => {
    await setTimeout(ms);
    await pass();
  };

/** A byte now and then, and never the last one. */
export const byDrops: Spoiling = async (_request, response) => {
  response.writeHead(200, { "content-type": "application/json" });
  while (!response.destroyed) {
    response.write(" ");
    await setTimeout(20);
  }
};

export const withStatus =
  (status: number): Spoiling =>
  async (_request, response) =>
    said(response, status, "text/html", `<!doctype html><title>${status}</title>`);

export const withWords =
  (words: string | Buffer): Spoiling =>
  async (_request, response) =>
    said(response, 200, "application/json", words);

/** Changes are taken and never made; all else is answered. */
export const stuck: Spoiling = async (request, response, pass) => {
  const task = { taskUid: 4_000_000_000, uid: 4_000_000_000, indexUid: "polylogue", status: "enqueued", type: "any" };
  if (request.url?.startsWith("/tasks/4000000000")) said(response, 200, "application/json", JSON.stringify(task));
  else if (isWrite(request)) said(response, 202, "application/json", JSON.stringify(task));
  else await pass();
};

/** Changes are taken, and fail. */
export const failing: Spoiling = async (request, response, pass) => {
  const error = { message: "the disk is full", code: "no_space_left_on_device", type: "system", link: "" };
  const task = { taskUid: 4_000_000_001, uid: 4_000_000_001, indexUid: "polylogue", status: "failed", type: "any" };
  if (request.url?.startsWith("/tasks/4000000001")) {
    said(response, 200, "application/json", JSON.stringify({ ...task, error }));
  } else if (isWrite(request)) said(response, 202, "application/json", JSON.stringify({ ...task, status: "enqueued" }));
  else await pass();
};
