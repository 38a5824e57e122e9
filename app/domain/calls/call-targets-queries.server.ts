import type { Db } from "~db/client.server";

interface Targets {
  network: string | null;
  recommendation: string | null;
  tool: string | null;
  region: string | null;
  theme: string | null;
}

export type UnknownTarget = keyof Targets;

/** Which of the things that a call names is not there. */
export async function findUnknown(
  db: Db,
  { network, recommendation, tool, region, theme }: Targets,
): Promise<UnknownTarget | null> {
  const found: Record<UnknownTarget, unknown> = {
    network: network === null || (await entryOf(db, network, "network")),
    recommendation:
      recommendation === null ||
      (await db
        .selectFrom("provision")
        .where("id", "=", recommendation)
        .where("kind", "=", "recommendation")
        .select("id")
        .executeTakeFirst()),
    tool: tool === null || (await entryOf(db, tool, "tool")),
    region:
      region === null || (await db.selectFrom("region").where("code", "=", region).select("code").executeTakeFirst()),
    theme:
      theme === null ||
      (await db
        .selectFrom("term")
        .where("vocabulary", "=", "theme")
        .where("code", "=", theme)
        .select("code")
        .executeTakeFirst()),
  };
  return (Object.keys(found) as UnknownTarget[]).find((target) => found[target] === undefined) ?? null;
}

const entryOf = (db: Db, id: string, kind: "network" | "tool") =>
  db
    .selectFrom("entry")
    .where("id", "=", id)
    .where("kind", "=", kind)
    .where("published_at", "is not", null)
    .select("id")
    .executeTakeFirst();
