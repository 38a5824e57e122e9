import { publishContribution } from "~/domain/publication/publish-contribution.server";
import type { Db } from "~db/client.server";
import { aPerson } from "./a-contribution";
import { addCurated } from "./curated-world";
import { aCoordinator, aNetwork, aPublishable, doerOf } from "./publishable";

/** A practice that is published, and a collection, a tag and a document with a version beside it: something of all that is read. */
export async function publishWithAll(db: Db): Promise<{ id: string; entryId: string }> {
  await aNetwork(db);
  const at = "2026-01-01T00:00:00.000Z";
  const entry = { id: "own-city", kind: "city" as const, title: "Ours", language: "en" };
  await db
    .insertInto("entry")
    .values({ ...entry, published_at: at, created_at: at, updated_at: at })
    .execute();
  await db
    .insertInto("city")
    .values({ id: "own-city", kind: "city", country_code: "AT", latitude: 48, longitude: 16 })
    .execute();
  await addCurated(db);
  const version = {
    id: "hrgl-2023@1",
    document_id: "hrgl-2023",
    number: 1,
    source_name: "hrgl.txt",
    source_sha256: "x",
  };
  await db
    .insertInto("document_version")
    .values({ ...version, imported_at: at, change_note: null })
    .execute();
  const author = await aPerson(db, "ada@city.example");
  const coordinator = await aCoordinator(db, "cleo@city.example");
  const id = await aPublishable(db, [author], { fields: { city: "vienna" } });
  const { entryId } = await publishContribution(db, doerOf(coordinator), { id, changeNote: null });
  return { id, entryId };
}
