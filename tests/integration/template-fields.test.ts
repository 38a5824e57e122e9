import { expect, test } from "vitest";
import { type FieldName, fieldsOf, ruleOf } from "~/domain/contributions/contribution-fields";
import { moveContribution } from "~/domain/contributions/move-contribution.server";
import { createToken } from "~/domain/tokens/create-token.server";
import { contributionKinds } from "~db/schema/contribution";
import { addCity, startDraft } from "../support/contribution-server";
import { describedAnswers } from "../support/described-answers";
import { unescaped } from "../support/forms-in-page";
import { startNetworkServer } from "../support/network-server";

const chosen: Partial<Record<FieldName, string>> = {
  ...{ city: "testville", stage: "completed", budget: "100k-1m", licence: "CC-BY-SA-4.0", language: "fr" },
  ...{ started: "2019-03", ended: "2021-05-17" },
};
const codes: Partial<Record<FieldName, string>> = { themes: "housing", rights: "r1", groups: "g1", targets: "16.7" };

/** What is typed into a field, as the form of the editor sends it; each word of it stands nowhere else. */
function typed(field: FieldName): Record<string, string> {
  const rule = ruleOf(field);
  if (rule.kind === "rows")
    return Object.fromEntries(
      rule.columns.map(({ name, kind, choices }) => [
        `${field}.0.${name}`,
        kind === "date" ? "2018-11" : (choices?.[1] ?? `Canary ${field} ${name}`),
      ]),
    );
  return { [field]: chosen[field] ?? codes[field] ?? `Canary ${field}.` };
}

const words = (field: FieldName) => Object.values(typed(field)).filter((value) => value.startsWith("Canary"));

test.each(contributionKinds)(
  "every field of a %s that is written in the editor is read on its pages, in files and by programs, and so when it is published",
  { timeout: 60_000 },
  async (kind) => {
    const server = await startNetworkServer();
    const { db, now } = server.services;
    await addCity(db, "testville");
    await server.network("own");
    const author = await server.person("Ada Author", [{ in: "own" }]);
    const coordinator = await server.person("Cleo", [{ in: "own", coordinator: true }]);
    for (const [vocabulary, code, label] of [
      ["right", "r1", "Canary rights"],
      ["group", "g1", "Canary groups"],
      ["goal", "16", "Canary goal"],
      ["target", "16.7", "Canary targets"],
    ] as const)
      await db
        .insertInto("term")
        .values({ vocabulary, code, position: 1, label_en: label, label_fr: label, label_es: label })
        .execute();
    const fields = fieldsOf(kind);
    const id = await startDraft(author.browser, { kind, title: "Canary title." });
    const path = `/contributions/${id}`;
    const page = async (at: string) =>
      unescaped(await (await author.browser.get(at, { "Accept-Language": "en" })).text());
    const form = await page(`${path}/edit`);
    const revisions = [...form.matchAll(/name="(revision\.\w+)" value="(\d+)"/g)].map(([, name, value]) => [
      name,
      value,
    ]);
    expect(revisions.map(([name]) => name)).toEqual(fields.map((field) => `revision.${field}`));
    const all = Object.assign({}, ...fields.map(typed)) as Record<string, string>;
    const saved = await author.browser.submit(`${path}/edit`, {
      form: "edit",
      ...Object.fromEntries(revisions),
      ...all,
    });
    expect(saved.status).toBe(302);

    const doer = { actor: { person: { id: author.id }, administrator: false, memberships: [], cities: [] }, at: now() };
    const secret = await createToken(db, { ...doer, address: null }, { name: "x", scopes: ["read-drafts"], days: 1 });
    const api = await fetch(`${server.origin}/api/v1${path}`, { headers: { Authorization: `Bearer ${secret}` } });
    const drafts = {
      editor: await page(`${path}/edit`),
      preview: await page(path),
      csv: await page(`/contributions/export.csv?kind=${kind}`),
      json: await page(`/contributions/export.json?kind=${kind}`),
      api: await api.text(),
    };
    const labels = [
      "completed",
      "1 million",
      "CC BY SA 4.0",
      "March 2019",
      "May 2021",
      "November 2018",
      "Canary rights",
    ];
    for (const word of [...fields.flatMap(words), "2018"])
      for (const [where, text] of Object.entries(drafts)) expect(text.includes(word), `${word} in ${where}`).toBe(true);
    for (const label of [...labels, "Canary groups", "Canary targets"])
      expect(drafts.preview.includes(label), label).toBe(true);
    for (const value of [...Object.values(chosen), ...Object.values(codes)])
      for (const [where, text] of Object.entries({ csv: drafts.csv, json: drafts.json, api: drafts.api }))
        expect(text.includes(value), `${value} in ${where}`).toBe(true);

    await db.updateTable("contribution").set({ network_id: "own" }).where("id", "=", id).execute();
    const chief = {
      person: { id: coordinator.id },
      administrator: false,
      memberships: [{ networkId: "own", coordinator: true, reviewer: false }],
      cities: [],
    };
    await db.transaction().execute(async (trx) => {
      await moveContribution(trx, { ...doer, address: null }, { id, status: "draft" }, "submit");
      const accepting = { actor: chief, at: now(), address: null };
      await moveContribution(trx, accepting, { id, status: "submitted" }, "accept-unreviewed");
    });
    const at = now().toISOString();
    const file = { name: "plan.pdf", media_type: "application/pdf", bytes: 7, sha256: "a".repeat(64) };
    await db
      .insertInto("contribution_file")
      .values({ id: "f", contribution_id: id, ...file, caption: "Canary caption", added_by: author.id, added_at: at })
      .execute();
    const point = { field: "results", text: "Canary point" };
    const checked = { answer: "disputed", disputed_points: JSON.stringify([point]), answered_at: at } as const;
    await db
      .insertInto("fact_check")
      .values({ contribution_id: id, asked_at: at, ...checked })
      .execute();
    const done = await coordinator.browser.submit(`${path}/publish`, { form: "publish", note: "" });
    expect(done.status).toBe(302);
    const { entry_id: entry } = await db
      .selectFrom("contribution")
      .where("id", "=", id)
      .select("entry_id")
      .executeTakeFirstOrThrow();
    const list = kind === "practice" ? "practices" : "case-studies";
    const read = async (at: string) =>
      unescaped(await (await server.browser().get(at, { "Accept-Language": "en" })).text());
    const published = {
      page: await read(`/${list}/${entry}`),
      csv: await read(`/${list}/export.csv`),
      json: await read(`/${list}/export.json`),
      api: await read(`/api/v1/${list}/${entry}`),
    };
    const answer = await (await server.browser().get(`/api/v1/${list}/${entry}`)).json();
    const description = await (await server.browser().get("/api/v1/openapi.json")).json();
    describedAnswers(description).expectDescribed(`/api/v1/${list}/{slug}`, 200, answer);
    const { sha256, ...shown } = file;
    const url = `${server.origin}/files/${sha256}`;
    expect(answer.files).toEqual([{ ...shown, url, alternative_text: null, caption: "Canary caption" }]);
    if (kind === "case-study")
      expect(answer.city_check).toEqual({ answer: "disputed", answered_at: at, disputed_points: [point] });
    for (const word of [...fields.flatMap(words), "2018"])
      for (const [where, text] of Object.entries(published))
        expect(text.includes(word), `${word} in the published ${where}`).toBe(true);
    for (const label of [...labels, "Canary groups", "Canary targets"])
      expect(published.page.includes(label), label).toBe(true);
    for (const [field, value] of Object.entries({ ...chosen, ...codes }))
      for (const [where, text] of Object.entries({ csv: published.csv, json: published.json, api: published.api }))
        expect(text.includes(value), `${field} in the published ${where}`).toBe(true);
  },
);
