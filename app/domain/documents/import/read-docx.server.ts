import mammoth from "mammoth";
import { ImportError } from "./import-error";
import type { ImportWarning } from "./imported-document";
import { htmlToText } from "./read-html.server";

/** A Word document to text with marks. @throws ImportError when it is none, or is locked with a password. */
export async function readDocx(bytes: Buffer): Promise<{ text: string; warnings: ImportWarning[] }> {
  const head = bytes.subarray(0, 4).toString("latin1");
  if (head.startsWith("\u00D0\u00CF\u0011\u00E0")) {
    throw new ImportError(
      "it is encrypted with a password, or an old .doc file: save it as a .docx without a password",
    );
  }
  if (!head.startsWith("PK")) throw new ImportError("it is not a Word document");
  if (unpackedSize(bytes) > 300_000_000) throw new ImportError("too large when unpacked");
  let html: string;
  try {
    const options = { styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"] };
    html = (
      await mammoth.convertToHtml({ buffer: bytes }, { ...options, convertImage: mammoth.images.imgElement(noPicture) })
    ).value;
  } catch {
    throw new ImportError("it is damaged, or not a Word document");
  }
  const warnings = /<ol>/u.test(html)
    ? [{ line: 1, message: "Word numbered lists itself; they were counted as 1, 2, 3. Check the labels." }]
    : [];
  return { text: htmlToText(html), warnings };
}

async function noPicture() {
  return { src: "" };
}

/** The sum of the sizes that the archive promises: a small file can unpack to a huge one. */
function unpackedSize(bytes: Buffer): number {
  let sum = 0;
  for (let at = bytes.indexOf("PK\u0001\u0002", 0, "latin1"); at >= 0 && at + 28 < bytes.length; ) {
    sum += bytes.readUInt32LE(at + 24);
    at = bytes.indexOf("PK\u0001\u0002", at + 46, "latin1");
  }
  return sum;
}
