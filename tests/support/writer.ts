import { join } from "node:path";
import type { BrowserContext } from "playwright/test";
import { addPerson } from "~/domain/people/confirm-registration.server";
import { createSessions } from "~/domain/people/sessions.server";
import { type Db, openDatabase } from "~db/client.server";
import { BrowserStandIn } from "./browser-stand-in";

/** Somebody who is signed in, for a test that also sends forms without a browser. */
interface SignedIn {
  id: string;
  email: string;
  browser: BrowserStandIn;
}

/** Signs a browser in as a new member of a network, straight through the database of the server under test. */
export const signInWriter = (context: BrowserContext, email: string, network = "iccar", coordinator: 0 | 1 = 0) =>
  signInMember(context, email, { network, coordinator });

interface Member {
  network: string;
  coordinator?: 0 | 1;
  reviewer?: 0 | 1;
  /** Where they work, as their profile says. */
  city?: string;
}

/** Signs a browser in as a new member with these roles. */
export async function signInMember(context: BrowserContext, email: string, member: Member): Promise<SignedIn> {
  const { network, coordinator = 0, reviewer = 0, city } = member;
  return signInNew(context, email, async (db, id) => {
    const membership = { network_id: network, person_id: id, state: "active", coordinator, reviewer } as const;
    await db
      .insertInto("membership")
      .values({ ...membership, created_at: new Date().toISOString() })
      .execute();
    if (city) await db.updateTable("person").set({ city_id: city }).where("id", "=", id).execute();
  });
}

/** Signs a browser in as a new administrator. */
export async function signInAdministrator(context: BrowserContext, email: string): Promise<void> {
  await signInNew(context, email, async (db, id) => {
    await db.updateTable("person").set({ administrator: 1 }).where("id", "=", id).execute();
  });
}

async function signInNew(
  context: BrowserContext,
  email: string,
  prepare: (db: Db, id: string) => Promise<void>,
): Promise<SignedIn> {
  const { db, readDb, close } = openDatabase(join(process.env.POLYLOGUE_MAIL ?? "", "..", "polylogue.sqlite"));
  try {
    const name = email.split("@")[0] ?? email;
    const id = await addPerson(db, { name, email, passwordHash: "", language: "en" }, new Date());
    await prepare(db, id);
    const sessions = createSessions({ db, readDb, now: () => new Date() });
    const cookie = await sessions.start(id, { userAgent: null, address: "" }, null, false);
    const [, value = ""] = /^polylogue=([^;]+)/.exec(cookie) ?? [];
    const { hostname } = new URL(process.env.POLYLOGUE_ORIGIN ?? "");
    await context.addCookies([
      { name: "polylogue", value, domain: hostname, path: "/", httpOnly: true, sameSite: "Lax" },
    ]);
    const browser = new BrowserStandIn(process.env.POLYLOGUE_ORIGIN ?? "");
    browser.cookies.set("polylogue", value);
    return { id, email, browser };
  } finally {
    await close();
  }
}
