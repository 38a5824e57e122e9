import { selectCurrentTexts } from "~/domain/documents/provision-queries.server";
import type { Db } from "~db/client.server";
import type { BodyLine, BodyPage } from "./network";

const selectBodies = (db: Db) =>
  db
    .selectFrom("entry")
    .leftJoin("network", "network.id", "entry.id")
    .leftJoin("organisation", "organisation.id", "entry.id")
    .where("entry.kind", "in", ["network", "organisation"])
    .where("entry.published_at", "is not", null)
    .select(["entry.id", "entry.kind", "entry.title", "entry.summary", "entry.language", "entry.updated_at"])
    .select(["network.acronym as network_acronym", "network.website as network_website", "network.organisation_id"])
    .select(["organisation.acronym", "organisation.website", "organisation.kind as organisation_kind"]);

type BodyRow = Awaited<ReturnType<ReturnType<typeof selectBodies>["execute"]>>[number];

const toLine = (row: BodyRow): BodyLine => ({
  id: row.id,
  kind: row.kind === "network" ? "network" : "organisation",
  name: row.title,
  acronym: row.acronym ?? row.network_acronym,
  summary: row.summary,
  language: row.language,
  organisationKind: row.organisation_kind,
});

/** Networks and organisations by name. */
export async function listBodies(db: Db): Promise<BodyLine[]> {
  return (await selectBodies(db).orderBy("entry.title").execute()).map(toLine);
}

export async function getBody(db: Db, kind: BodyLine["kind"], id: string): Promise<BodyPage | undefined> {
  const row = await selectBodies(db).where("entry.id", "=", id).where("entry.kind", "=", kind).executeTakeFirst();
  if (!row) return undefined;
  const line = toLine(row);
  const carrier = row.organisation_id
    ? await db
        .selectFrom("entry")
        .where("id", "=", row.organisation_id)
        .select(["id", "title as name"])
        .executeTakeFirst()
    : undefined;
  const networks = await db
    .selectFrom("network")
    .innerJoin("entry", "entry.id", "network.id")
    .where("network.organisation_id", "=", id)
    .orderBy("entry.title")
    .select(["entry.id", "entry.title as name"])
    .execute();
  return {
    ...line,
    website: row.website ?? row.network_website,
    carriedBy: carrier ?? null,
    networks,
    mentions: await listMentions(db, line),
    updatedAt: row.updated_at,
  };
}

async function listMentions(db: Db, { name, acronym }: BodyLine): Promise<BodyPage["mentions"]> {
  return selectCurrentTexts(db)
    .innerJoin("provision", "provision.id", "text.provision_id")
    .innerJoin("entry", "entry.id", "provision.id")
    .where((on) =>
      on.or([name, acronym].flatMap((word) => (word && word.length > 2 ? [on("text.text", "like", `%${word}%`)] : []))),
    )
    .where("text.kind", "not in", ["section", "note"])
    .orderBy("document.date", "desc")
    .orderBy("text.position")
    .limit(12)
    .select(["provision.id", "provision.eid", "text.kind", "text.label", "document.short_title as shortTitle"])
    .select("entry.summary")
    .execute();
}
