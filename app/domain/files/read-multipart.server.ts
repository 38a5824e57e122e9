/** A form's body that is not what RFC 7578 says. */
export class MalformedForm extends Error {
  override name = "MalformedForm";
}

export interface FormPart {
  name: string;
  /** Of a file; without folders. */
  fileName: string | null;
  /** Must be read before the next part is asked for; what is left of it is skipped. */
  content: AsyncIterable<Buffer>;
}

const longestHeaders = 8 * 1024;
const mostParts = 200;

/** The parts of a form, in their order, as they come in: nothing but a piece of each is ever in memory. @throws MalformedForm */
export async function* readMultipart(body: AsyncIterable<Uint8Array>, boundary: string): AsyncGenerator<FormPart> {
  const chunks = body[Symbol.asyncIterator]();
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // The first delimiter stands without a line break before it.
  let held: Buffer = Buffer.from("\r\n");

  async function more(): Promise<void> {
    const next = await chunks.next();
    if (next.done) throw new MalformedForm("the form ends too early");
    held = held.length === 0 ? Buffer.from(next.value) : Buffer.concat([held, next.value]);
  }
  /** What stands before `mark`, which is taken out with it. */
  async function readTo(mark: string, longest: number): Promise<Buffer> {
    for (;;) {
      const at = held.indexOf(mark);
      if (at > longest || (at < 0 && held.length > longest)) throw new MalformedForm("a part's head is too long");
      if (at >= 0) {
        const before = held.subarray(0, at);
        held = held.subarray(at + mark.length);
        return before;
      }
      await more();
    }
  }
  async function* content(): AsyncGenerator<Buffer> {
    for (;;) {
      const at = held.indexOf(delimiter);
      if (at >= 0) {
        const last = held.subarray(0, at);
        held = held.subarray(at + delimiter.length);
        if (last.length > 0) yield last;
        return;
      }
      // What may be the beginning of the delimiter stays.
      const safe = held.length - delimiter.length + 1;
      if (safe > 0) {
        const piece = held.subarray(0, safe);
        held = held.subarray(safe);
        yield piece;
      }
      await more();
    }
  }

  for await (const _preamble of content());
  for (let parts = 0; ; parts++) {
    while (held.length < 2) await more();
    if (held.subarray(0, 2).toString("latin1") === "--") break;
    if (parts >= mostParts) throw new MalformedForm("the form has too many parts");
    await readTo("\r\n", 100);
    // A part without any header would begin with the empty line itself.
    const head = (await readTo("\r\n\r\n", longestHeaders)).toString("utf8");
    const pieces = content();
    yield { ...readHead(head), content: pieces };
    for await (const _rest of pieces);
  }
  // What follows the last delimiter means nothing, but the sender waits until it is taken.
  while (!(await chunks.next()).done);
}

function readHead(head: string): Pick<FormPart, "name" | "fileName"> {
  const disposition = /^content-disposition:[ \t]*form-data((?:[^\r\n]|\r\n[ \t])*)$/im.exec(head)?.[1];
  const value = (name: string) => {
    const found = new RegExp(`;[ \\t]*${name}="([^"\\r\\n]*)"`, "i").exec(disposition ?? "")?.[1];
    // Browsers write these three as the standard says, and nothing else.
    return found?.replace(/%22/g, '"').replace(/%0D/gi, "\r").replace(/%0A/gi, "\n");
  };
  const name = value("name");
  if (name === undefined) throw new MalformedForm("a part has no name");
  const fileName = value("filename")?.split(/[/\\]/).pop() ?? null;
  return { name, fileName };
}
