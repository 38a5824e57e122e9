import { createHash } from "node:crypto";
import type { SearchEntry } from "./port";

/** Tells whether an index holds an entry as the database has it: 16 characters, the same for the same content in any order of keys. */
export function entryHash(entry: SearchEntry): string {
  const content = JSON.stringify(entry, (_key, value: unknown) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  return createHash("sha256").update(content).digest("base64url").slice(0, 16);
}
