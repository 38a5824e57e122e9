import fc from "fast-check";
import { expect, test } from "vitest";
import { MalformedForm, readMultipart } from "~/domain/files/read-multipart.server";

async function* inPieces(body: Buffer, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, turn = 0; at < body.length; turn++) {
    const size = sizes[turn % sizes.length] ?? body.length;
    yield body.subarray(at, at + size);
    at += size;
  }
}

async function read(body: Buffer, boundary: string, sizes = [body.length]) {
  const parts: { name: string; fileName: string | null; content: Buffer }[] = [];
  for await (const { name, fileName, content } of readMultipart(inPieces(body, sizes), boundary)) {
    const pieces: Buffer[] = [];
    for await (const piece of content) pieces.push(Buffer.from(piece));
    parts.push({ name, fileName, content: Buffer.concat(pieces) });
  }
  return parts;
}

test("what a browser sends is read as it was, however it is cut into pieces", async () => {
  const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array));
  // Beginnings of the delimiter are what a reader of pieces stumbles over.
  const nasty = fc
    .constantFrom("\r\n", "\r\n--", "--", "-", "\r", "\n\r\n", "\r\n----")
    .map((text) => Buffer.from(text));
  const content = fc.array(fc.oneof(bytes, nasty), { maxLength: 6 }).map((all) => Buffer.concat(all));
  const field = fc.record({
    name: fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }),
    fileName: fc.option(fc.constantFrom("a.png", "a;b=c.pdf", 'say "hi".txt', "é–漢字.csv", "a\\b.txt")),
    content,
  });
  const sizes = fc.array(fc.integer({ min: 1, max: 70 }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(fc.array(field, { maxLength: 5 }), sizes, async (fields, pieces) => {
      const form = new FormData();
      for (const one of fields) {
        const blob = new Blob([new Uint8Array(one.content)]);
        form.append(one.name, blob, one.fileName ?? "none");
      }
      const request = new Request("http://localhost", { method: "POST", body: form });
      const boundary = /boundary=(.*)$/.exec(request.headers.get("content-type") ?? "")?.[1] ?? "";
      const parts = await read(Buffer.from(await request.arrayBuffer()), boundary, pieces);
      expect(parts.map((part) => part.content)).toEqual(fields.map((one) => one.content));
      expect(parts.map(({ fileName }) => fileName)).toEqual(
        fields.map((one) => (one.fileName ?? "none").split("\\").pop()),
      );
    }),
    { seed: 20261122, numRuns: 200 },
  );
});

test("a form that is none is refused", async () => {
  for (const text of [
    "",
    "nonsense",
    "--b\r\n",
    "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--",
    '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nnever ends',
    `--b\r\nContent-Disposition: form-data; name="${"x".repeat(9000)}"\r\n\r\nx\r\n--b--`,
    '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n'.repeat(300),
  ])
    await expect(read(Buffer.from(text), "b"), text.slice(0, 40)).rejects.toThrow(MalformedForm);
});
