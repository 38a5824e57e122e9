import { addPerson } from "~/domain/people/confirm-registration.server";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";

/** Someone with an account, whom no password lets in. */
export async function aPerson(db: Db, email: string): Promise<NonNullable<Actor>> {
  const id = await addPerson(
    db,
    { name: email.split("@")[0] ?? email, email, passwordHash: "", language: "en" },
    new Date("2026-03-01T12:00:00Z"),
  );
  return { person: { id }, administrator: false, memberships: [], cities: [] };
}
