import type { Request, RequestHandler } from "express";
import { Refusal } from "./problem";
import { isUpload } from "./uploads";

export const largestBody = 1024 * 1024;

/** How long a body may take to come; files have the server's own limit, which is longer. */
const patienceMs = 30_000;

/**
 * Reads the body of a request that has one, within limits, and refuses one that a page could not read: `req.body` is then a Buffer.
 * Files are left to the page that takes them.
 */
export const readBody: RequestHandler = (req, _res, next) => {
  if (!hasBody(req) || isUpload(req)) return next();
  collect(req)
    .then(async (body) => {
      await checkBody(body, req.get("Content-Type"));
      req.body = body;
    })
    .then(() => next(), next);
};

export const hasBody = (req: Request): boolean => req.method === "POST" || req.method === "PATCH";

async function collect(req: Request): Promise<Buffer> {
  const encoding = req.get("Content-Encoding");
  if (encoding && encoding !== "identity") throw new Refusal(415, "Compressed bodies are not accepted.");
  const tooLarge = () => new Refusal(413, `The body is larger than ${largestBody / 1024} kB.`, { Connection: "close" });
  if (Number(req.get("Content-Length")) > largestBody) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  const late = setTimeout(() => req.destroy(), patienceMs);
  try {
    for await (const chunk of req as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > largestBody) throw tooLarge();
      chunks.push(chunk);
    }
  } finally {
    clearTimeout(late);
  }
  return Buffer.concat(chunks);
}

async function checkBody(body: Buffer, contentType: string | undefined): Promise<void> {
  if (body.length === 0 && contentType === undefined) return;
  const type = contentType?.split(";", 1)[0]?.trim().toLowerCase();
  if (type === "application/json") return checkJson(body);
  if (type !== "application/x-www-form-urlencoded" && type !== "multipart/form-data") {
    throw new Refusal(415, "This content type is not accepted: send a form or JSON.");
  }
  try {
    await new Response(new Uint8Array(body), { headers: { "Content-Type": contentType ?? "" } }).formData();
  } catch {
    throw new Refusal(400, "The form could not be read.");
  }
}

function checkJson(body: Buffer): void {
  try {
    JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    throw new Refusal(400, "The body is not valid JSON.");
  }
}
