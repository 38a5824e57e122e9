import { createHash } from "node:crypto";

const plain = /^[a-z0-9]{1,60}$/;
const unsafe = /[^a-z0-9-]/g;

/** A stem as one word of the server's: it takes Latin letters and digits as they are, and would cut or change others. */
export function stemToken(stem: string): string {
  if (plain.test(stem)) return stem;
  return `zq${createHash("sha256").update(stem).digest("hex").slice(0, 20)}`;
}

/** A value that no two others share, even for a server that folds case and accents; holds no character that filters know. */
export function encodeValue(value: string): string {
  return value.replace(unsafe, (character) => `_${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

export function decodeValue(encoded: string): string {
  return encoded.replace(/_([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** An entry's primary key: the server takes letters, digits, `-` and `_`, 511 at most. */
export function documentKey(id: string): string {
  const key = encodeValue(id);
  return key.length <= 400 ? key : `long_${createHash("sha256").update(id).digest("hex")}`;
}
