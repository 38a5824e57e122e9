import { Readable } from "node:stream";
import type { AppLoadContext } from "@remix-run/node";
import type { Request as ExpressRequest, Response as ExpressResponse, RequestHandler } from "express";
import type { Services } from "~/services.server";
import { hasBody } from "./body";
import { answerProblem, isApi, Refusal } from "./problem";
import { allowed } from "./request-checks";
import { hostOf } from "./request-host";
import { sendResponse } from "./send-response";
import { isUpload, limitUpload } from "./uploads";

/** What answers a page or a call of the interface: Remix, or a stand-in in tests. */
export type PageHandler = (request: Request, context: AppLoadContext) => Promise<Response>;

/** Hands requests to the page handler, as the web's own Request, and sends what it answers. */
export function pages(handler: PageHandler, services: Services): RequestHandler {
  return (req, res, next) => {
    const answer = async () => {
      const { nonce } = res.locals;
      const context: AppLoadContext = { services, nonce, address: req.ip ?? "", sentForm: () => readForm(req) };
      const response = unwritten(context, await handler(webRequest(req, res), context));
      if (!context.sameForAll || context.unwritten) res.locals.remember = undefined;
      if (context.renewedCookie) res.append("Set-Cookie", context.renewedCookie);
      if (response.status === 405 && !response.headers.has("allow")) res.setHeader("Allow", allowed);
      if (isApi(req) && response.status >= 400 && !isJson(response)) {
        await response.body?.cancel();
        if (response.status === 503) res.setHeader("Retry-After", retryAfter);
        return answerProblem(req, res, response.status, apiProblems[response.status] ?? "The request failed.");
      }
      await sendResponse(response, req, res);
    };
    answer().catch(next);
  };
}

/** Programs are never answered with a page: what no route of the interface took gets its problem here. */
const apiProblems: Record<number, string> = {
  404: "There is nothing at this address. See /api/v1/openapi.json.",
  405: "This method is not allowed here.",
  500: "Something went wrong on our side. Please try again later.",
  503: "Nothing can be saved at the moment, and nothing was. Please send it again in a while.",
};
const isJson = (response: Response) =>
  /^application\/([\w.-]+\+)?json\b/.test(response.headers.get("content-type") ?? "");

const retryAfter = "10";

/** What could not be written was no fault of the program, and will be possible again: programs and scripts are told so too. */
function unwritten(context: AppLoadContext, response: Response): Response {
  if (!context.unwritten || response.status < 500) return response;
  const headers = new Headers(response.headers);
  headers.set("Retry-After", retryAfter);
  headers.set("Cache-Control", "no-store");
  return new Response(response.body, { status: 503, headers });
}

async function readForm(req: ExpressRequest): Promise<FormData | null> {
  const type = req.get("Content-Type") ?? "";
  if (!Buffer.isBuffer(req.body) || !/^(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(type))
    return null;
  return new Response(new Uint8Array(req.body), { headers: { "Content-Type": type } }).formData();
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
    ...bodyOf(req),
  });
}

function bodyOf(req: ExpressRequest): RequestInit & { duplex?: "half" } {
  if (!hasBody(req)) return {};
  if (!isUpload(req)) return { body: new Uint8Array(req.body as Buffer) };
  return { body: Readable.toWeb(limitUpload(req)) as ReadableStream, duplex: "half" };
}

function webHeaders(req: ExpressRequest): Headers {
  const headers = new Headers();
  try {
    for (const [name, value] of Object.entries(req.headers)) {
      // Judged already, by origin-check.ts: Remix would compare it with a Host that a proxy may have changed, and answer 500.
      if (name === "origin") continue;
      for (const one of Array.isArray(value) ? value : [value ?? ""]) headers.append(name, one);
    }
  } catch {
    throw new Refusal(400, "A header is not valid.");
  }
  return headers;
}
