import { jsonArrayFrom } from "kysely/helpers/sqlite";
import type { Db } from "~db/client.server";
import type { Member, MemberDetails } from "./membership";
import type { Standing } from "./membership-policy";

const selectMembers = (db: Db, networkId: string) =>
  db
    .selectFrom("membership")
    .innerJoin("person", "person.id", "membership.person_id")
    .where("membership.network_id", "=", networkId)
    .select(["person.id", "person.name", "person.role_title", "person.email", "person.listed"])
    .select(["membership.coordinator", "membership.reviewer", "membership.state", "membership.note"])
    .select("membership.created_at")
    .select((select) =>
      jsonArrayFrom(
        select
          .selectFrom("city_official")
          .whereRef("city_official.network_id", "=", "membership.network_id")
          .whereRef("city_official.person_id", "=", "membership.person_id")
          .orderBy("city_official.city_id")
          .select("city_official.city_id"),
      )
        // SQLite answers JSON as text, whatever the type says.
        .$castTo<string>()
        .as("cities"),
    );

type MemberRow = Awaited<ReturnType<ReturnType<typeof selectMembers>["execute"]>>[number];

const toMember = (row: MemberRow): Member => ({
  id: row.id,
  name: row.name,
  roleTitle: row.role_title,
  coordinator: row.coordinator === 1,
  reviewer: row.reviewer === 1,
  listed: row.listed === 1,
  cities: (JSON.parse(row.cities) as { city_id: string }[]).map((city) => city.city_id),
});

const toDetails = (row: MemberRow): MemberDetails => ({
  ...toMember(row),
  email: row.email,
  state: row.state,
  note: row.note,
  createdAt: row.created_at,
});

/** Members by name, coordinators first; of whom everyone may see, or all. */
export async function listMembers(db: Db, networkId: string, whom: "listed" | "all"): Promise<Member[]> {
  const rows = await selectMembers(db, networkId)
    .where("membership.state", "=", "active")
    .$if(whom === "listed", (query) => query.where("person.listed", "=", 1))
    .orderBy("membership.coordinator", "desc")
    .orderBy("person.name")
    .execute();
  return rows.map(toMember);
}

export async function countMembers(db: Db, networkId: string): Promise<number> {
  const { members } = await db
    .selectFrom("membership")
    .where("network_id", "=", networkId)
    .where("state", "=", "active")
    .select(({ fn }) => fn.countAll<number>().as("members"))
    .executeTakeFirstOrThrow();
  return members;
}

/** Members and who asks to become one, for coordinators. */
export async function listMemberDetails(db: Db, networkId: string): Promise<MemberDetails[]> {
  const rows = await selectMembers(db, networkId)
    .orderBy("membership.coordinator", "desc")
    .orderBy("person.name")
    .execute();
  return rows.map(toDetails);
}

export async function getMember(db: Db, networkId: string, personId: string): Promise<MemberDetails | undefined> {
  const row = await selectMembers(db, networkId).where("membership.person_id", "=", personId).executeTakeFirst();
  return row && toDetails(row);
}

export async function getStanding(db: Db, networkId: string, personId: string): Promise<Standing> {
  const row = await db
    .selectFrom("membership")
    .where("network_id", "=", networkId)
    .where("person_id", "=", personId)
    .select("state")
    .executeTakeFirst();
  return row?.state ?? null;
}

/** Whom to write to about the network. */
export const listCoordinators = (db: Db, networkId: string) =>
  db
    .selectFrom("membership")
    .innerJoin("person", "person.id", "membership.person_id")
    .where("membership.network_id", "=", networkId)
    .where("membership.state", "=", "active")
    .where("membership.coordinator", "=", 1)
    .select(["person.id", "person.name", "person.email", "person.language"])
    .execute();
