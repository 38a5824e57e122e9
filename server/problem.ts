import { STATUS_CODES } from "node:http";
import type { NextFunction, Request, Response } from "express";

/** A request that is refused: the words are for whoever sent it. */
export class Refusal extends Error {
  override name = "Refusal";
  constructor(
    readonly status: number,
    detail: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(detail);
  }
}

/** Whether programs are spoken to at this address. */
export const isApi = (req: Request) => /^\/api(\/|$|\?)/i.test(req.originalUrl);

/** Answers an error: problem+json under /api (RFC 9457), a short page for browsers, a line of text for others. */
export function answerProblem(req: Request, res: Response, status: number, detail: string): void {
  const title = STATUS_CODES[status] ?? "Error";
  res.status(status);
  res.setHeader("Cache-Control", "no-store");
  if (isApi(req)) {
    res.type("application/problem+json").send(JSON.stringify({ type: "about:blank", title, status, detail }));
  } else if (/\btext\/html\b/i.test(req.headers.accept ?? "")) {
    res.type("html").send(shortPage(`${status} ${title}`, detail));
  } else {
    res.type("text").send(`${status} ${title}: ${detail}\n`);
  }
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const shortPage = (title: string, detail: string) => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title></head>
<body><main><h1>${escaped(title)}</h1><p>${escaped(detail)}</p><p><a href="/">Polylogue</a></p></main></body>
</html>
`;

/** The last resort: what went wrong goes to the log, never into the answer. */
export function answerError(error: unknown, req: Request, res: Response, _next: NextFunction): void {
  if (error instanceof Refusal) {
    if (res.headersSent) return void res.destroy();
    res.set(error.headers);
    return void answerProblem(req, res, error.status, error.message);
  }
  // The reader has gone: nobody is left to answer, and what was given up because of it is no fault.
  if (res.closed) return void req.log.debug({ err: error }, "request abandoned");
  req.log.error({ err: error }, "request failed");
  // Half an answer must not look like a whole one.
  if (res.headersSent) return void res.destroy();
  for (const name of ["Content-Encoding", "Content-Length", "ETag", "Set-Cookie"]) res.removeHeader(name);
  answerProblem(req, res, 500, "Something went wrong on our side. Please try again later.");
}
