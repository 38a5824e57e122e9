import type { AppLoadContext } from "@remix-run/node";
import type { Request as ExpressRequest, Response as ExpressResponse, RequestHandler } from "express";
import type { Services } from "~/services.server";
import { Refusal } from "./problem";
import { sendResponse } from "./send-response";

/** What answers a page or a call of the interface: Remix, or a stand-in in tests. */
export type PageHandler = (request: Request, context: AppLoadContext) => Promise<Response>;

/** Hands requests to the page handler, as the web's own Request, and sends what it answers. */
export function pages(handler: PageHandler, services: Services): RequestHandler {
  return (req, res, next) => {
    const answer = async () => {
      const { nonce } = res.locals;
      await sendResponse(await handler(webRequest(req, res), { services, nonce }), req, res);
    };
    answer().catch(next);
  };
}

function webRequest(req: ExpressRequest, res: ExpressResponse): Request {
  const gone = new AbortController();
  res.once("close", () => {
    if (!res.writableFinished) gone.abort();
  });
  return new Request(new URL(req.originalUrl, `${req.protocol}://${hostOf(req)}`), {
    // A page answers HEAD as it answers GET; the body is left out when it is sent.
    method: req.method === "HEAD" ? "GET" : req.method,
    headers: webHeaders(req),
    signal: gone.signal,
    ...(req.method === "POST" ? { body: new Uint8Array(req.body as Buffer) } : {}),
  });
}

/** Host, or X-Forwarded-Host when a trusted proxy sent it (request-checks.ts dropped it otherwise). */
function hostOf(req: ExpressRequest): string {
  const forwarded = req.get("X-Forwarded-Host")?.split(",", 1)[0]?.trim();
  const host = forwarded || req.get("Host");
  if (!host || !URL.canParse(`http://${host}/`) || /[/\\@?#]/.test(host))
    throw new Refusal(400, "The Host header is not valid.");
  return host;
}

function webHeaders(req: ExpressRequest): Headers {
  const headers = new Headers();
  try {
    for (const [name, value] of Object.entries(req.headers)) {
      for (const one of Array.isArray(value) ? value : [value ?? ""]) headers.append(name, one);
    }
  } catch {
    throw new Refusal(400, "A header is not valid.");
  }
  return headers;
}
