import type { Db } from "~db/client.server";
import type { EntryKind } from "~db/schema/entry";
import { linkTypesTo } from "./contribution-link";
import type { EntryReference, LinkView } from "./link";
import { getReferences } from "./link-queries.server";

/** What a draft links to: recommendations and other provisions first, then tools. */
export async function listContributionLinks(db: Db, contributionId: string): Promise<LinkView[]> {
  const rows = await db
    .selectFrom("contribution_link")
    .where("contribution_id", "=", contributionId)
    .select(["to_id", "type", "evidence", "note"])
    .execute();
  const references = await referencesById(
    db,
    rows.map(({ to_id }) => to_id),
  );
  const links = rows.flatMap(({ to_id, ...link }) => {
    const other = references.get(to_id);
    return other ? [{ ...link, other }] : [];
  });
  return links.sort((a, b) => order(a).localeCompare(order(b), "en", { numeric: true }));
}

const order = ({ type, other }: LinkView) => `${type === "uses" ? "2" : "1"} ${other.id}`;

/** Of several drafts, without the entries at the far end. */
export async function listLinksOfDrafts(
  db: Db,
  contributionIds: string[],
): Promise<Map<string, Pick<LinkView, "type" | "note">[]>> {
  const rows = await db
    .selectFrom("contribution_link")
    .where("contribution_id", "in", contributionIds)
    .select(["contribution_id", "type", "note"])
    .execute();
  const links = new Map(contributionIds.map((id): [string, Pick<LinkView, "type" | "note">[]] => [id, []]));
  for (const { contribution_id, ...link } of rows) links.get(contribution_id)?.push(link);
  return links;
}

/** What may be linked to: what is published, and is a provision or a tool. */
export async function getLinkTarget(db: Db, id: string): Promise<{ id: string; kind: EntryKind } | undefined> {
  const entry = await db
    .selectFrom("entry")
    .where("id", "=", id)
    .where("published_at", "is not", null)
    .select(["id", "kind"])
    .executeTakeFirst();
  return entry && linkTypesTo(entry.kind).length > 0 ? entry : undefined;
}

/** The suggestions that the authors did not want. */
export async function listDismissed(db: Db, contributionId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("contribution_link_dismissed")
    .where("contribution_id", "=", contributionId)
    .select("to_id")
    .execute();
  return rows.map(({ to_id }) => to_id);
}

export async function referencesById(db: Db, ids: string[]): Promise<Map<string, EntryReference>> {
  if (ids.length === 0) return new Map();
  return new Map((await getReferences(db, ids)).map((reference) => [reference.id, reference]));
}
