import type { Db } from "~db/client.server";
import { listFacetValues } from "./api-queries.server";
import type { KnownValues } from "./search-parameters";

/** The codes of the closed vocabularies, which the description lists as values. */
export async function listKnownValues(db: Db): Promise<KnownValues> {
  return {
    theme: await listFacetValues(db, "theme"),
    right: await listFacetValues(db, "right"),
    group: await listFacetValues(db, "group"),
    region: await listFacetValues(db, "region"),
  };
}
