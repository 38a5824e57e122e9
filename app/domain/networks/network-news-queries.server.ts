import type { Db } from "~db/client.server";
import { entryPath } from "~db/schema/entry";
import type { NetworkNews } from "./network-news";

const mostOfAKind = 10;

/** What was published, called for and who joined in networks, the latest first; `personId` is no news to themselves. */
export async function listNetworkNews(
  db: Db,
  { networkIds, personId, since }: { networkIds: string[]; personId: string; since: Date },
): Promise<NetworkNews[]> {
  const after = since.toISOString();
  const published = await db
    .selectFrom("entry_version as version")
    .innerJoin("contribution", "contribution.id", "version.contribution_id")
    .innerJoin("entry", "entry.id", "version.entry_id")
    .innerJoin("entry as network", "network.id", "contribution.network_id")
    .where("contribution.network_id", "in", networkIds)
    .where("contribution.status", "=", "published")
    .where("entry.published_at", "is not", null)
    .where("version.published_at", ">", after)
    .orderBy("version.published_at", "desc")
    .limit(mostOfAKind)
    .select(["network.id as network_id", "network.title as network_name"])
    .select(["entry.id", "entry.kind", "entry.title", "entry.language", "version.published_at as at"])
    .execute();
  const calls = await db
    .selectFrom("call")
    .innerJoin("entry as network", "network.id", "call.network_id")
    .where("call.network_id", "in", networkIds)
    .where("call.status", "=", "published")
    .where("call.published_at", ">", after)
    .orderBy("call.published_at", "desc")
    .limit(mostOfAKind)
    .select(["network.id as network_id", "network.title as network_name"])
    .select(["call.id", "call.title", "call.language", "call.published_at as at"])
    .execute();
  const members = await db
    .selectFrom("membership")
    .innerJoin("person", "person.id", "membership.person_id")
    .innerJoin("entry as network", "network.id", "membership.network_id")
    .where("membership.network_id", "in", networkIds)
    .where("membership.state", "=", "active")
    .where("membership.person_id", "!=", personId)
    .where("membership.created_at", ">", after)
    .orderBy("membership.created_at", "desc")
    .limit(mostOfAKind)
    .select(["network.id as network_id", "network.title as network_name"])
    .select(["person.id", "person.name as title", "person.listed", "membership.created_at as at"])
    .execute();
  const networkOf = (row: { network_id: string; network_name: string }) => ({
    network: { id: row.network_id, name: row.network_name },
  });
  const news: NetworkNews[] = [
    ...published.map((row) => ({
      ...{ kind: "published" as const, title: row.title, language: row.language, path: entryPath(row), at: row.at },
      ...networkOf(row),
    })),
    ...calls.map((row) => ({
      ...{ kind: "call" as const, title: row.title, language: row.language, path: `/calls/${row.id}` },
      ...{ at: row.at ?? "", ...networkOf(row) },
    })),
    ...members.map((row) => ({
      ...{ kind: "member" as const, title: row.title, language: null, at: row.at, ...networkOf(row) },
      path: row.listed === 1 ? `/people/${row.id}` : null,
    })),
  ];
  return news.sort((one, other) => other.at.localeCompare(one.at)).slice(0, mostOfAKind);
}
