import { type Readable, Transform } from "node:stream";
import type { Request } from "express";
import { Refusal } from "./problem";

/**
 * The most that is read of a form with files. Pages keep far less of it: a browser that is cut off while it sends shows no page at
 * all, so that a file that is too large is read to its end, thrown away and answered with what is wrong.
 */
const largestUpload = 100 * 1024 * 1024;

/** The addresses that take files: what they are sent goes through in pieces, and the page puts it into a file. */
const takesFiles = [
  /^\/contributions\/[\w-]+\/files$/,
  /^\/contributions\/import$/,
  /^\/collections\/[\w-]+\/(edit|picture)$/,
  /^\/admin\/documents\/[\w-]+$/,
];

export const isUpload = (req: Request): boolean =>
  req.method === "POST" &&
  /^multipart\/form-data\b/i.test(req.get("Content-Type") ?? "") &&
  takesFiles.some((address) => address.test(req.path));

/** The body as a stream that ends with an error when it gets too long. @throws Refusal when it says so itself */
export function limitUpload(req: Request): Readable {
  const tooLarge = () =>
    new Refusal(413, `The form is larger than ${largestUpload / 1024 / 1024} MB.`, { Connection: "close" });
  if (Number(req.get("Content-Length")) > largestUpload) throw tooLarge();
  let size = 0;
  const limited = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > largestUpload) done(tooLarge());
      else done(null, chunk);
    },
  });
  req.once("aborted", () => limited.destroy(new Refusal(400, "The form was not sent to its end.")));
  return req.pipe(limited);
}
