import { expect, onTestFinished, test } from "vitest";
import { type CoverageView, cellSearch, coverageAxes, readCoverageView } from "~/domain/coverage/coverage";
import { readCoverage } from "~/domain/coverage/coverage-queries.server";
import { parseSearchParams } from "~/domain/search/search-params";
import { readEnv } from "~/env.server";
import { createServices, type Services } from "~/services.server";
import { tempFolder } from "../support/temp";

async function seededServices(): Promise<Services> {
  const services = await createServices(readEnv({ DATA_DIR: tempFolder(), LOG_LEVEL: "silent" }));
  onTestFinished(() => services.close());
  await services.syncIndex();
  return services;
}

async function searched({ search }: Services, address: string | null): Promise<number> {
  const { query, problems } = parseSearchParams(new URL(address ?? "", "http://x").searchParams, { language: "en" });
  expect(problems).toEqual([]);
  return (await search.search({ ...query, near: undefined })).total;
}

/** Every number of the map that its search does not find. */
async function differences(services: Services, view: CoverageView): Promise<{ wrong: string[]; cells: number }> {
  const { rows } = await readCoverage(services.readDb, view);
  const wrong: string[] = [];
  let cells = 0;
  for (const row of rows) {
    const all = Object.entries(row.cells).map(([column, cell]) => ({ column: column as string | null, cell }));
    if (row.all.total > 0) all.push({ column: null, cell: row.all });
    for (const { column, cell } of all) {
      cells++;
      const found = await searched(services, cellSearch(view, row.id, column, cell));
      if (found !== cell.total) wrong.push(`${row.id} × ${column}: ${cell.total}, the search finds ${found}`);
      const { claimed, documented, "peer-confirmed": confirmed } = cell.evidence;
      if (claimed + documented + confirmed !== cell.total) wrong.push(`${row.id} × ${column}: levels do not add up`);
    }
  }
  return { wrong, cells };
}

const whole: CoverageView = { axis: "tool", document: null, network: null, recommendation: null };

test("each number of the coverage map is what its search finds, by tool, region and theme, for all cities and for a network's", {
  timeout: 120_000,
}, async () => {
  const services = await seededServices();
  const { db } = services;
  for (const city_id of ["vienna", "graz", "douala"]) {
    const known = await db.selectFrom("city").where("id", "=", city_id).select("id").executeTakeFirst();
    if (known) await db.insertInto("network_city").values({ network_id: "iccar", city_id }).execute();
  }
  for (const axis of coverageAxes) {
    for (const network of [null, "iccar"]) {
      const { wrong, cells } = await differences(services, { ...whole, axis, network });
      expect(wrong).toEqual([]);
      expect(cells, `${axis} ${network}`).toBeGreaterThan(network ? 3 : 30);
    }
  }
});

test("a practice that is withdrawn is in no cell any more, and two links of one practice count once", async () => {
  const { db, readDb } = await seededServices();
  const before = await readCoverage(readDb, whole);
  const row = before.rows.find(({ all }) => all.total > 1);
  if (!row) throw new Error("No recommendation with two practices.");
  const link = await db
    .selectFrom("link")
    .where("to_id", "=", row.id)
    .where("type", "in", ["implements", "supports", "illustrates"])
    .selectAll()
    .executeTakeFirstOrThrow();
  const other = link.type === "supports" ? "illustrates" : "supports";
  await db
    .insertInto("link")
    .values({ ...link, id: "second", type: other, evidence: "peer-confirmed" })
    .execute();
  const totalOf = async () =>
    (await readCoverage(readDb, { ...whole, recommendation: row.id })).rows.map(({ all }) => all);
  const [twice] = await totalOf();
  expect(twice?.total).toBe(row.all.total);
  expect(twice?.evidence["peer-confirmed"]).toBe(row.all.evidence["peer-confirmed"] + 1);
  await db.updateTable("entry").set({ published_at: null }).where("id", "=", link.from_id).execute();
  const [after] = await totalOf();
  expect(after?.total).toBe(row.all.total - 1);
});

test("an address that asks for what there is not shows the map as if it had not asked", () => {
  expect(readCoverageView(new URLSearchParams("by=nothing&document=&network="))).toEqual(whole);
});
