import { expect, test } from "vitest";
import type { BrowserStandIn } from "../support/browser-stand-in";
import { startDraft } from "../support/contribution-server";
import { type PeopleServer, startPeopleServer } from "../support/people-server";

const recommendation = "hrgl-2022/recommendation-7";
const office = "human-rights-office";

async function write(browser: BrowserStandIn, id: string, fields: Record<string, string | string[]>): Promise<void> {
  const path = `/contributions/${id}/edit`;
  const html = await (await browser.get(path)).text();
  const revisions = [...html.matchAll(/name="revision\.(\w+)" value="(\d+)"/g)]
    .filter(([, name = ""]) => name in fields)
    .map(([, name = "", value = ""]) => [`revision.${name}`, value]);
  const answer = await browser.submit(path, { form: "edit", ...Object.fromEntries(revisions), ...fields });
  expect(answer.status).toBe(302);
}

const linksOf = ({ services }: PeopleServer, id: string) =>
  services.db
    .selectFrom("contribution_link")
    .where("contribution_id", "=", id)
    .select(["to_id", "type", "evidence", "note"])
    .orderBy("to_id")
    .execute();

test("a draft's links are suggested, searched for, added, changed, taken away and put back, all without a script", async () => {
  const server = await startPeopleServer({ seeds: true });
  const ada = await server.newPerson();
  const id = await startDraft(ada, { kind: "practice", title: "A rights desk in every district" });
  const path = `/contributions/${id}/links`;
  const page = async (query = "") => (await ada.get(path + query, { "Accept-Language": "en" })).text();
  const send = (fields: Record<string, string>, query = "") =>
    ada.submit(path + query, fields, { "Accept-Language": "en" });

  const empty = await page();
  expect(empty).toContain("Nothing is linked yet");

  await write(ada, id, {
    what_was_done:
      "The city opened a permanent human rights office in the administration. It advises departments, trains staff, and offers legal advice and redress to residents whose rights were violated.",
    themes: ["human-rights-commitments", "accountability-and-redress"],
  });
  const suggested = await page();
  const part = suggested.slice(suggested.indexOf('data-live="suggested"'), suggested.indexOf('data-live="found"'));
  expect(part).toContain(`value="${office}"`);
  // Both the draft's words and the tool's are shown, marked.
  expect(part).toMatch(/You write<\/dt><dd lang="en">(?:(?!<\/dd>).)*<mark>[^<]*office[^<]*<\/mark>/s);
  expect(part).toContain("Accountability");

  const added = await send({
    form: "add",
    to: office,
    type: "uses",
    role: "administrator",
    evidence: "peer-confirmed",
  });
  expect(added.headers.get("Location")).toBe(`${path}?added=${office}`);
  expect(await linksOf(server, id)).toEqual([{ to_id: office, type: "uses", evidence: "claimed", note: null }]);
  expect(await page(`?added=${office}`)).toContain("Linked: Human rights office");
  expect(await page()).not.toContain(`value="add"/><input type="hidden" name="to" value="${office}"`);

  const searched = await page("?q=redress&of=provision");
  const found = searched.slice(searched.indexOf('data-live="found"'));
  expect(found).toMatch(/<mark>[^<]*redress[^<]*<\/mark>/i);
  expect(found).not.toContain("/tools/redress-mechanism");
  await send({ form: "add", to: recommendation, type: "supports" }, "?q=redress");

  const form = `link-${recommendation.replace("/", ".")}`;
  const changed = {
    form,
    to: recommendation,
    type: "implements",
    evidence: "documented",
    note: "Since 2019 <b>.\r\nTwo.",
  };
  const was = { wasType: "supports", wasEvidence: "claimed", wasNote: "" };
  expect((await send({ ...changed, ...was })).status).toBe(302);
  const stored = { to_id: recommendation, type: "implements", evidence: "documented", note: "Since 2019 <b>.\nTwo." };
  expect(await linksOf(server, id)).toContainEqual(stored);

  // Somebody else was faster: nothing is overwritten, both texts stand there.
  const late = await send({ ...changed, ...was, note: "Mine & only mine" });
  expect(late.status).toBe(409);
  const both = await late.text();
  expect(both).toContain("<title>Error:");
  expect(both).toContain("Mine &amp; only mine");
  expect(both).toContain("Since 2019 &lt;b&gt;.");
  expect(await linksOf(server, id)).toContainEqual(stored);

  expect(await (await ada.get(`/contributions/${id}`)).text()).toContain("Since 2019 &lt;b&gt;.");

  expect((await send({ form: "remove", to: recommendation })).headers.get("Location")).toContain("?removed=");
  expect(await linksOf(server, id)).toHaveLength(1);
  expect(await page(`?removed=${encodeURIComponent(recommendation)}`)).toContain('value="restore"');
  expect((await send({ form: "remove", to: recommendation })).status, "it is gone already").toBe(409);
  await send({ form: "restore", to: recommendation });
  expect(await linksOf(server, id)).toContainEqual(stored);

  const next = /name="form" value="dismiss"\/><input type="hidden" name="to" value="([^"]+)"/.exec(await page())?.[1];
  if (!next) throw new Error("Nothing is suggested.");
  const isSuggested = async () =>
    (await page()).includes(`value="dismiss"/><input type="hidden" name="to" value="${next}"`);
  await send({ form: "dismiss", to: next });
  expect(await isSuggested()).toBe(false);
  await write(ada, id, { results: "More residents found redress, and departments ask the office for advice." });
  expect(await isSuggested(), "it stays dismissed").toBe(false);
  await send({ form: "recall", to: next });
  expect(await isSuggested()).toBe(true);
});

test("what is no link is refused and changes nothing", async () => {
  const server = await startPeopleServer({ seeds: true });
  const ada = await server.newPerson();
  const id = await startDraft(ada, { kind: "case-study", title: "One" });
  const path = `/contributions/${id}/links`;
  await ada.submit(path, { form: "add", to: recommendation, type: "supports" });
  const before = await linksOf(server, id);
  const { db } = server.services;
  const longAgo = "2020-01-01T00:00:00.000Z";
  await db.updateTable("contribution").set({ updated_at: longAgo }).execute();
  const changedAt = async () =>
    (await db.selectFrom("contribution").select("updated_at").executeTakeFirstOrThrow()).updated_at;
  const line = { form: `link-${recommendation.replace("/", ".")}`, to: recommendation, type: "supports" };
  const was = { wasType: "supports", wasEvidence: "claimed", wasNote: "" };
  const refused: [status: number, fields: Record<string, string>][] = [
    [422, { form: "add" }],
    [422, { form: "add", to: "vienna", type: "supports" }],
    [422, { form: "add", to: "vienna-human-rights-office", type: "uses" }],
    [422, { form: "add", to: "no-such-thing", type: "supports" }],
    [422, { form: "add", to: office, type: "supports" }],
    [422, { form: "add", to: "hrgl-2023/recommendation-1", type: "restates" }],
    [422, { form: "add", to: "x".repeat(400), type: "uses" }],
    [409, { form: "add", to: recommendation, type: "illustrates" }],
    [422, { form: "dismiss", to: "vienna" }],
    [409, { form: "restore", to: recommendation }],
    [409, { form: "recall", to: office }],
    [422, { ...line, ...was, evidence: "peer-confirmed", note: "" }],
    [422, { ...line, ...was, evidence: "documented", note: "x".repeat(1001) }],
    [422, { ...line, ...was, evidence: "documented", note: "turned \u202e round" }],
    [422, { ...line, ...was, evidence: "certain", note: "kept" }],
    [422, { ...line, evidence: "claimed", note: "kept" }],
    [409, { ...line, ...was, to: office, type: "uses", evidence: "claimed", note: "kept though it is gone" }],
  ];
  for (const [status, fields] of refused) {
    const answer = await ada.submit(path, fields, { "Accept-Language": "en" });
    const html = await answer.text();
    expect(answer.status, JSON.stringify(fields).slice(0, 150)).toBe(status);
    expect(html).toContain("<title>Error:");
    expect(html).toMatch(/role="alert"[^>]*tabindex="-1"|tabindex="-1"[^>]*role="alert"/i);
    if (fields.note) expect(html, "the note is kept").toContain(fields.note);
  }
  expect(await linksOf(server, id)).toEqual(before);
  expect((await ada.submit(path, { ...line, ...was, evidence: "claimed", note: "" })).status, "as it is").toBe(302);
  expect(await changedAt(), "nothing was changed").toBe(longAgo);

  // What peers confirmed stays so until the authors say something else.
  await db.updateTable("contribution_link").set({ evidence: "peer-confirmed" }).execute();
  const confirmed = { ...line, ...was, wasEvidence: "peer-confirmed" };
  expect((await ada.submit(path, { ...confirmed, evidence: "peer-confirmed", note: "" })).status).toBe(302);
  expect((await ada.submit(path, { ...confirmed, evidence: "peer-confirmed", note: "More" })).status).toBe(422);
  expect((await ada.submit(path, { ...confirmed, evidence: "documented", note: "More" })).status).toBe(302);
  expect(await changedAt()).not.toBe(longAgo);
  expect(await linksOf(server, id)).toEqual([
    { to_id: recommendation, type: "supports", evidence: "documented", note: "More" },
  ]);
});

test("what is suggested follows what is published, and a failure shows no error", async () => {
  const server = await startPeopleServer({ seeds: true });
  const { linkSuggester, db } = server.services;
  const draft = { language: "fr", title: "Budget participatif", texts: [], codes: [], linked: [] };
  const first = await linkSuggester.suggest({ ...draft, texts: ["Les habitants décident d’une part du budget."] });
  expect(first.map(({ id }) => id)).toContain("participatory-budgeting");
  expect(
    first.every(({ draft: words, target }) => words.some((part) => part.marked) && target.some((part) => part.marked)),
  ).toBe(true);
  expect(await linkSuggester.suggest(draft, { dismissed: ["participatory-budgeting"] })).not.toContainEqual(
    expect.objectContaining({ id: "participatory-budgeting" }),
  );
  expect(await linkSuggester.suggest({ ...draft, title: "Zyxw" })).toEqual([]);
  await db.updateTable("entry").set({ published_at: null }).where("id", "=", "participatory-budgeting").execute();
  // Answered from what was; then it is read anew.
  await linkSuggester.suggest(draft);
  await expect
    .poll(async () => (await linkSuggester.suggest(draft)).map(({ id }) => id))
    .not.toContain("participatory-budgeting");
});
