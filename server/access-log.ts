import { randomBytes, randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import type { Logger } from "pino";

declare global {
  namespace Express {
    interface Request {
      /** Writes lines that carry the id of this request. */
      log: Logger;
    }
    interface Locals {
      /** The nonce that this answer's scripts carry. */
      nonce: string;
    }
  }
}

/**
 * Gives each request an id and a nonce, and writes a line when it is answered. The line holds the path without its query (which may
 * hold secrets and what people search for), no cookies and no address of the reader.
 */
export function accessLog(log: Logger, { believeRequestId }: { believeRequestId: boolean }): RequestHandler {
  return (req, res, next) => {
    const begun = process.hrtime.bigint();
    const given = believeRequestId ? req.get("X-Request-Id") : undefined;
    const id = given && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
    const path = req.originalUrl.split("?", 1)[0]?.slice(0, 500);
    req.log = log.child({ request: id });
    res.locals.nonce = randomBytes(16).toString("base64");
    res.setHeader("X-Request-Id", id);
    res.once("close", () => {
      const ms = Number((process.hrtime.bigint() - begun) / 10_000n) / 100;
      const level = levelOf(res.statusCode, path);
      req.log[level]({ method: req.method, path, status: res.statusCode, ms, whole: res.writableFinished }, "request");
    });
    next();
  };
}

/** 501 is the sender's doing; files and probes would drown the rest. */
function levelOf(status: number, path = ""): "error" | "info" | "debug" {
  if (status >= 500 && status !== 501) return "error";
  return /^\/(assets|healthz|readyz)\b/.test(path) ? "debug" : "info";
}
