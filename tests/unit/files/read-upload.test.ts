import { join } from "node:path";
import { expect, test } from "vitest";
import { readUpload } from "~/domain/files/read-upload.server";
import { tempFolder } from "../../support/temp";

test("a file that cannot be written loses nothing that was typed beside it, before it or after it", async () => {
  const form = new FormData();
  form.set("form", "add");
  form.set("file", new Blob([Buffer.alloc(3_000_000, "a")]), "large.csv");
  form.set("caption", "What the figures\nsay.");
  const missing = join(tempFolder(), "missing", "file");
  const fields = new FormData();
  const request = new Request("http://localhost/", { method: "POST", body: form });
  await expect(readUpload(request, { newTemporary: () => missing }, fields)).rejects.toMatchObject({ code: "ENOENT" });
  expect([...fields]).toEqual([
    ["form", "add"],
    ["caption", "What the figures\r\nsay."],
  ]);
});
