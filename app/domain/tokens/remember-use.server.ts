import type { Db } from "~db/client.server";
import type { KnownToken } from "./token-queries.server";

const exactMs = 60_000;

/** Remembers when a token was used, to the minute: reading should cost no write each time. */
export async function rememberUse(db: Db, { id, lastUsedAt }: KnownToken, now: Date): Promise<void> {
  if (lastUsedAt && now.getTime() - Date.parse(lastUsedAt) < exactMs) return;
  await db.updateTable("api_token").set({ last_used_at: now.toISOString() }).where("id", "=", id).execute();
}
