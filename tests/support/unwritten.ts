import { sql } from "kysely";
import { expect } from "vitest";
import type { Db } from "~db/client.server";

/** What the page that says that nothing could be saved gives back in its hidden fields, as a browser would send it. */
export function givenBack(html: string): [name: string, text: string][] {
  const plain = (text: string) =>
    text.replace(/&#x27;|&quot;|&lt;|&gt;|&amp;/g, (sign) => signs[sign] ?? sign).replace(/^\n/, "");
  return [...html.matchAll(/<textarea name="([^"]+)" hidden="" readOnly="">([^<]*)<\/textarea>/gi)].map(
    ([, name = "", text = ""]) => [name, plain(text)],
  );
}
const signs: Record<string, string> = { "&#x27;": "'", "&quot;": '"', "&lt;": "<", "&gt;": ">", "&amp;": "&" };

/** Lets the file grow no more, and uses up what is free within it. */
export async function fillDisk(db: Db): Promise<void> {
  await sql`create table filler (bytes blob)`.execute(db);
  await sql`pragma max_page_count = 1`.execute(db);
  for (const size of [4000, 400]) {
    const fill = async () => {
      for (;;) await sql`insert into filler values (randomblob(${size}))`.execute(db);
    };
    await expect(fill()).rejects.toThrow("database or disk is full");
  }
}

/** There is room again. */
export const emptyDisk = (db: Db) => sql`pragma max_page_count = 1000000`.execute(db);
