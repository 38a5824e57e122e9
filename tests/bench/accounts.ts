import { join } from "node:path";
import { startContribution } from "~/domain/contributions/start-contribution.server";
import { addPerson } from "~/domain/people/confirm-registration.server";
import { createSessions } from "~/domain/people/sessions.server";
import { openDatabase } from "~db/client.server";

export interface Account {
  /** Of its session, as it is sent. */
  cookie: string;
  /** A practice that it has begun. */
  draft: string;
}

/** Accounts that are signed in, each with a draft. */
export async function addAccounts(dataDir: string, count: number, administrator: 0 | 1 = 0): Promise<Account[]> {
  const connections = openDatabase(join(dataDir, "polylogue.sqlite"));
  const { db } = connections;
  const now = new Date();
  const sessions = createSessions({ ...connections, now: () => now });
  const made: Account[] = [];
  for (let number = 0; number < count; number++) {
    const email = `writer-${administrator}-${number}@city.example`;
    const id = await addPerson(db, { name: `Writer ${number}`, email, passwordHash: "", language: "en" }, now);
    if (administrator) await db.updateTable("person").set({ administrator }).where("id", "=", id).execute();
    const actor = { person: { id }, administrator: false, memberships: [], cities: [] };
    const begun = { kind: "practice", title: `Draft ${number}`, language: "en" } as const;
    const draft = await startContribution(db, actor, begun, now);
    const cookie = await sessions.start(id, { userAgent: null, address: "" }, null, false);
    made.push({ cookie: cookie.split(";")[0] ?? "", draft });
  }
  await connections.close();
  return made;
}
