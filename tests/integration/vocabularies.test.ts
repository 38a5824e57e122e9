import { expect, test } from "vitest";
import { verifyChain } from "~/domain/audit/verify-chain.server";
import { createServices } from "~/services.server";
import { aLibrary, expectInStep, found, lastEdition, seenOn, textOf } from "../support/edited-library";

const words = { label_en: "Quillnights", label_fr: "Plumenuits", label_es: "Plumanoches" };
const meanings = { description: "Work by night.", description_fr: "Le travail de nuit.", description_es: "" };
const texts = { ...words, ...meanings, maps_to: "UDHR 24" };

test("a term is added with a key that is checked, and deleted and brought back by its history", async () => {
  const { server, db, browser, reader } = await aLibrary();
  const add = (vocabulary: string, key: string, parent = "") =>
    browser.submit(`/vocabularies/${vocabulary}/new`, { form: "add", key, parent, ...texts });
  for (const key of ["Night work", "night--work", "-night", "nuit-é", "", "x".repeat(61), "../theme"]) {
    expect([key, (await add("theme", key)).status]).toEqual([key, 422]);
  }
  const refused = await add("theme", "Night work");
  expect(await refused.text()).toContain('value="Night work"');
  expect((await add("theme", "budgeting")).status).toBe(409);
  for (const [key, parent] of [
    ["11.8", "18"],
    ["12.9", "11"],
    ["118", "11"],
    ["11.8", ""],
  ] as const) {
    expect([key, parent, (await add("target", key, parent)).status]).toEqual([key, parent, 422]);
  }
  expect((await browser.get("/vocabularies/region/new")).status).toBe(404);
  expect((await browser.submit("/vocabularies/country/new", { form: "add", key: "XX", ...texts })).status).toBe(404);

  const path = "/vocabularies/theme/night-work/edit";
  expect((await browser.get(path)).status).toBe(404);
  expect((await browser.submit(path, { form: "term", ...texts, seen: "{}" })).status).toBe(409);
  expect((await add("theme", "night-work")).headers.get("Location")).toBe(`${path}?saved`);
  expect((await add("target", "11.8", "11")).status).toBe(302);
  const themes = await textOf(reader.get("/vocabularies/theme?lang=fr"));
  expect(themes).toContain("Plumenuits");
  expect(themes).toContain("Le travail de nuit.");
  // The treaty's name in French.
  expect(themes).toContain("DUDH 24");
  const targets = await textOf(reader.get("/vocabularies/target"));
  // Among the targets of its goal.
  const [before, after] = targets.split('id="11.8"');
  expect(before).toContain('id="11.7"');
  expect(after).toContain('id="12.1"');
  expect(await textOf(reader.get("/search?theme=night-work&lang=en"))).toContain("Quillnights");

  // An edit keeps what its form does not show.
  const target = "/vocabularies/target/11.8/edit";
  const seen = await seenOn(browser, target, "term");
  expect((await browser.submit(target, { form: "term", ...texts, label_en: "Owls", seen })).status).toBe(302);
  const row = await db.selectFrom("term").where("code", "=", "11.8").selectAll().executeTakeFirstOrThrow();
  expect(row).toMatchObject({ label_en: "Owls", parent_code: "11", maps_to: "UDHR 24" });

  // Deleting is asked, and only deletes what the person saw.
  const shown = await seenOn(browser, path, "delete");
  expect((await browser.submit(path, { form: "delete", seen: shown })).status).toBe(422);
  const sure = { form: "delete", sure: "yes" };
  expect((await browser.submit(path, { ...sure, seen: JSON.stringify(words) })).status).toBe(409);
  expect((await browser.submit(path, { ...sure, seen: shown })).status).toBe(302);
  expect((await browser.submit(path, { ...sure, seen: shown })).status).toBe(409);
  expect(await textOf(reader.get("/vocabularies/theme"))).not.toContain("Quillnights");
  expect(await textOf(browser.get(path))).toContain("This term was deleted");
  const late = await browser.submit(path, { form: "term", ...texts, label_en: "Late", seen: shown });
  expect(late.status).toBe(409);

  // Another start over the same database brings nothing back: seeds are for an empty one.
  await browser.submit(path, { form: "take-back", number: await lastEdition(server) });
  const kept = await db.selectFrom("term").where("code", "=", "night-work").selectAll().executeTakeFirstOrThrow();
  expect(kept).toMatchObject({ ...words, description: "Work by night.", maps_to: "UDHR 24" });
  await expectInStep(server);
  const actions = await db.selectFrom("audit_event").orderBy("number").select(["action", "subject_id"]).execute();
  expect(actions.map(({ action, subject_id }) => `${action} ${subject_id}`)).toEqual([
    "edit theme/night-work",
    "edit target/11.8",
    "edit target/11.8",
    "edit theme/night-work",
    "take-back-edit theme/night-work",
  ]);
  expect((await verifyChain(db)).problems).toEqual([]);
});

test("what uses a term keeps it, and is named where it may be; a deleted seed stays deleted", async () => {
  const { server, db, browser } = await aLibrary();
  const remove = async (term: string) => {
    const path = `/vocabularies/${term}/edit`;
    return browser.submit(path, { form: "delete", sure: "yes", seen: await seenOn(browser, path, "delete") });
  };
  const used = await remove("theme/budgeting");
  expect(used.status).toBe(409);
  const page = await used.text();
  expect(page).toContain("<title>Error:");
  expect(page).toContain('href="/tools/participatory-budgeting"');
  const goal = await remove("goal/11");
  expect(goal.status).toBe(409);
  expect(await goal.text()).toContain('href="/vocabularies/target/11.1/edit"');

  // A target that nothing carries: what only one person has is counted, and keeps it as well.
  const { code } = await db
    .selectFrom("term")
    .where("vocabulary", "=", "target")
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("entry_term").whereRef("entry_term.code", "=", "term.code").select("entry_term.code"))),
    )
    .select("code")
    .executeTakeFirstOrThrow();
  const path = "/searches/new";
  const search = { query: `sdg=${code}`, name: "Mine", language: "en", alerts: "off" };
  expect((await browser.submit(path, search)).status).toBe(302);
  const saved = await remove(`target/${code}`);
  expect(saved.status).toBe(409);
  expect(await saved.text()).toContain("1 saved search");
  await db.deleteFrom("saved_search").execute();
  expect((await remove(`target/${code}`)).status).toBe(302);
  const again = await createServices({ ...server.services.env, seeds: true }, { background: false });
  expect(await again.db.selectFrom("term").where("code", "=", code).select("code").executeTakeFirst()).toBeUndefined();
  await again.close();

  // An addition that is used by now cannot be taken back.
  const texts = { label_en: "Quills", label_fr: "Plumes", label_es: "Plumas" };
  await browser.submit("/vocabularies/group/new", { form: "add", key: "quills", ...texts });
  const added = await lastEdition(server);
  await db
    .insertInto("entry_term")
    .values({ entry_id: "human-rights-office", vocabulary: "group", code: "quills" })
    .execute();
  const back = await browser.submit("/vocabularies/group/quills/edit", { form: "take-back", number: added });
  expect(back.status).toBe(409);
  expect(await back.text()).toContain('href="/tools/human-rights-office"');
  await db.deleteFrom("entry_term").where("code", "=", "quills").execute();
  expect((await browser.submit("/admin/edits", { form: "take-back", number: added })).status).toBe(302);
});

test("regions and countries are renamed in three languages, and found by their new names", async () => {
  const { server, browser, reader } = await aLibrary();
  const city = await server.services.db.selectFrom("city").select(["id", "country_code"]).executeTakeFirstOrThrow();
  const rename = async (place: string, name: string) => {
    const path = `/vocabularies/${place}/edit`;
    const names = { label_en: name, label_fr: `${name}fr`, label_es: `${name}es` };
    return browser.submit(path, { form: "term", ...names, seen: await seenOn(browser, path, "term") });
  };
  expect((await rename(`country/${city.country_code.toLowerCase()}`, "Zephyrland")).status).toBe(302);
  expect(await textOf(reader.get("/vocabularies/country"))).toContain("Zephyrland");
  expect(await textOf(reader.get(`/cities/${city.id}?lang=fr`))).toContain("Zephyrlandfr");
  expect(await found(server, "Zephyrland")).toContain(city.id);
  const { code } = await server.services.db
    .selectFrom("region")
    .innerJoin("region as within", "within.parent_code", "region.code")
    .innerJoin("country", "country.region_code", "within.code")
    .where("country.code", "=", city.country_code)
    .select("region.code")
    .executeTakeFirstOrThrow();
  expect((await rename(`region/${code}`, "Quillcoast")).status).toBe(302);
  expect(await found(server, "Quillcoast")).toContain(city.id);
  await expectInStep(server);
  expect((await browser.get("/vocabularies/country/xx/edit")).status).toBe(404);
  expect(
    (await browser.submit(`/vocabularies/region/${code}/edit`, { form: "delete", sure: "yes", seen: "{}" })).status,
  ).toBe(422);
  expect((await browser.submit("/admin/edits", { form: "take-back", number: await lastEdition(server) })).status).toBe(
    302,
  );
  expect(await found(server, "Quillcoast")).not.toContain(city.id);
  await expectInStep(server);
});
