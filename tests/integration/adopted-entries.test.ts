import { expect, test } from "vitest";
import { startNetworkServer } from "../support/network-server";

test("a practice that came with the installation is handed to a network, which revises and withdraws it", async () => {
  const server = await startNetworkServer({ seeds: true });
  const { db } = server.services;
  await server.network("own");
  const { browser: administrator } = await server.person("Adam", [], { administrator: true });
  const { browser } = await server.person("Cleo", [{ in: "own", coordinator: true }]);
  const reader = server.browser();
  const entry = "utrecht-human-rights-city-criteria";
  const path = `/curate/${entry}`;
  const versions = () => db.selectFrom("entry_version").where("entry_id", "=", entry).selectAll().execute();
  const before = await versions();
  const adopting = { form: "adopt", network: "own" };

  expect((await browser.get(path)).status).toBe(404);
  expect((await browser.submit(path, adopting)).status).toBe(404);
  expect((await administrator.submit(path, { ...adopting, network: "" })).status).toBe(422);
  expect((await administrator.submit(path, { ...adopting, network: "no-such" })).status).toBe(409);
  const handed = await administrator.submit(path, adopting);
  const id = /^\/contributions\/([\w-]+)\/publish$/.exec(handed.headers.get("Location") ?? "")?.[1] ?? "";
  expect(id).not.toBe("");
  expect((await administrator.submit(path, adopting)).status).toBe(409);
  expect(await (await administrator.get(path)).text()).not.toContain('value="adopt"');
  for (const page of ["publish", "retire"]) {
    expect((await browser.get(`/contributions/${id}/${page}`)).status, page).toBe(200);
  }
  expect((await browser.get(path)).status).toBe(200);

  const begun = await browser.submit(`/contributions/${id}/revise`, { form: "revise" });
  const draft = /^\/contributions\/([\w-]+)\/edit$/.exec(begun.headers.get("Location") ?? "")?.[1] ?? "";
  const fields = await db.selectFrom("contribution_field").where("contribution_id", "=", draft).selectAll().execute();
  const values = Object.fromEntries(fields.map(({ field, value }) => [field, value]));
  const seeded = await db.selectFrom("practice").where("id", "=", entry).selectAll().executeTakeFirstOrThrow();
  expect(values).toMatchObject({
    what_was_done: seeded.what_was_done,
    started: seeded.started ?? String(seeded.year),
    city: "utrecht",
    language: "en",
    partners: JSON.stringify([{ partner: seeded.partners, support: "", contribution: "" }]),
  });
  expect(JSON.parse(values.themes ?? "[]").length).toBeGreaterThan(0);
  expect((await browser.get(`/contributions/${draft}/edit`)).status).toBe(200);
  const links = await db.selectFrom("link").where("from_id", "=", entry).select(["to_id", "type", "note"]).execute();
  expect(
    await db
      .selectFrom("contribution_link")
      .where("contribution_id", "=", draft)
      .select(["to_id", "type", "note"])
      .execute(),
  ).toEqual(expect.arrayContaining(links));
  expect(await versions()).toEqual(before);
  expect((await reader.get(`/practices/${entry}/v1`)).status).toBe(200);

  const withdrawal = { form: "withdraw", reason: "The city asked for it.", sure: "yes" };
  expect((await browser.submit(`/contributions/${id}/retire`, withdrawal)).status).toBe(302);
  const gone = await reader.get(`/practices/${entry}`);
  expect(gone.status).toBe(410);
  expect(await gone.text()).toContain("The city asked for it.");
});
