import { listRecommendations } from "~/domain/documents/recommendation-queries.server";
import { listNetworks } from "~/domain/networks/network-detail-queries.server";
import type { Actor } from "~/domain/people/person-policy";
import { type Label, toLabel } from "~/domain/vocabularies/vocabulary";
import { listTerms } from "~/domain/vocabularies/vocabulary-queries.server";
import type { Db } from "~db/client.server";
import { canCallFor } from "./call-policy";

/** What the form of a call offers to choose. */
export interface CallChoices {
  networks: { id: string; name: string }[];
  /** May speak for the whole site. */
  site: boolean;
  recommendations: { id: string; eid: string; label: string | null; shortTitle: string }[];
  tools: { id: string; name: string }[];
  regions: { code: string; label: Label }[];
  themes: { code: string; label: Label }[];
}

export async function listCallChoices(db: Db, actor: Actor): Promise<CallChoices> {
  const regions = await db.selectFrom("region").where("parent_code", "is", null).orderBy("code").selectAll().execute();
  return {
    networks: (await listNetworks(db)).filter(({ id }) => canCallFor(actor, id)),
    site: canCallFor(actor, null),
    recommendations: (await listRecommendations(db)).map(({ id, eid, label, document }) => ({
      ...{ id, eid, label },
      shortTitle: document.shortTitle,
    })),
    tools: await db
      .selectFrom("entry")
      .where("kind", "=", "tool")
      .where("published_at", "is not", null)
      .orderBy("title")
      .select(["id", "title as name"])
      .execute(),
    regions: regions.map((row) => ({ code: row.code, label: toLabel(row) })),
    themes: await listTerms(db, "theme"),
  };
}
