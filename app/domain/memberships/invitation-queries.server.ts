import { randomUUID } from "node:crypto";
import { addMail } from "~/domain/mail/mail-queries.server";
import { hashSecret, newSecret } from "~/domain/people/secret.server";
import type { Db } from "~db/client.server";
import type { Invitation, InvitationLine } from "./membership";

const validDays = 14;

interface NewInvitation {
  network: { id: string; name: string };
  email: string;
  roles: { coordinator: boolean; reviewer: boolean };
  invitedBy: string;
  /** Of the mail, unless the address has an account with a language of its own. */
  language: string;
  origin: string;
}

/** Invites somebody by mail; an earlier invitation of theirs to the network no longer works. */
export async function addInvitation(db: Db, invitation: NewInvitation, now: Date): Promise<void> {
  const { network, email, roles, invitedBy, language, origin } = invitation;
  await db
    .updateTable("invitation")
    .set({ withdrawn_at: now.toISOString() })
    .where("network_id", "=", network.id)
    .where("email", "=", email)
    .where("accepted_at", "is", null)
    .where("withdrawn_at", "is", null)
    .execute();
  const secret = newSecret();
  await db
    .insertInto("invitation")
    .values({
      id: randomUUID(),
      network_id: network.id,
      email,
      coordinator: roles.coordinator ? 1 : 0,
      reviewer: roles.reviewer ? 1 : 0,
      token_hash: hashSecret(secret),
      invited_by: invitedBy,
      created_at: now.toISOString(),
      expires_at: new Date(now.getTime() + validDays * 24 * 60 * 60 * 1000).toISOString(),
    })
    .execute();
  const people = db.selectFrom("person").select(["name", "language"]);
  const inviter = await people.where("id", "=", invitedBy).executeTakeFirstOrThrow();
  const known = await people.where("email", "=", email).executeTakeFirst();
  const values = { person: inviter.name, network: network.name, link: `${origin}/invitations?token=${secret}` };
  await addMail(db, { to: email, name: "invitation", values, language: known?.language ?? language }, now);
}

const selectOpen = (db: Db, now: Date) =>
  db
    .selectFrom("invitation")
    .leftJoin("person as inviter", "inviter.id", "invitation.invited_by")
    .innerJoin("entry", "entry.id", "invitation.network_id")
    .where("invitation.accepted_at", "is", null)
    .where("invitation.withdrawn_at", "is", null)
    .where("invitation.expires_at", ">", now.toISOString())
    .select(["invitation.id", "invitation.email", "invitation.coordinator", "invitation.reviewer"])
    .select(["invitation.created_at", "invitation.expires_at", "inviter.name as invited_by"])
    .select(["entry.id as network_id", "entry.title as network_name"]);

type OpenRow = Awaited<ReturnType<ReturnType<typeof selectOpen>["execute"]>>[number];

const toInvitation = (row: OpenRow): Invitation => ({
  id: row.id,
  email: row.email,
  coordinator: row.coordinator === 1,
  reviewer: row.reviewer === 1,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  invitedBy: row.invited_by,
  network: { id: row.network_id, name: row.network_name },
});

/** Invitations to the network that can still be accepted, the newest first. */
export async function listInvitations(db: Db, networkId: string, now: Date): Promise<InvitationLine[]> {
  const rows = await selectOpen(db, now)
    .where("invitation.network_id", "=", networkId)
    .orderBy("invitation.created_at", "desc")
    .orderBy("invitation.email")
    .execute();
  return rows.map(toInvitation);
}

/** Invitations that wait for the holder of an address. */
export async function listInvitationsFor(db: Db, email: string, now: Date): Promise<Invitation[]> {
  const rows = await selectOpen(db, now)
    .where("invitation.email", "=", email)
    .orderBy("invitation.created_at")
    .execute();
  return rows.map(toInvitation);
}

export async function findInvitation(db: Db, secret: string, now: Date): Promise<Invitation | undefined> {
  const row = await selectOpen(db, now).where("invitation.token_hash", "=", hashSecret(secret)).executeTakeFirst();
  return row && toInvitation(row);
}

export async function getInvitation(db: Db, id: string, now: Date): Promise<Invitation | undefined> {
  const row = await selectOpen(db, now).where("invitation.id", "=", id).executeTakeFirst();
  return row && toInvitation(row);
}
