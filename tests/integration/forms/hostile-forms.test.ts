import { expect, test } from "vitest";
import { addThread } from "../../support/a-thread";
import type { BrowserStandIn } from "../../support/browser-stand-in";
import { startDraft } from "../../support/contribution-server";
import { valuesInPage } from "../../support/forms-in-page";
import { around, hostile } from "../../support/hostile";
import { startNetworkServer } from "../../support/network-server";
import { type Fields, type FormCase, formCases, was } from "./form-cases";
import { turned } from "./send-form";

/** What a form has no field for, and what somebody would like to set. */
const extra = {
  ...{ role: "administrator", roles: "coordinator", administrator: "1", coordinator: "1", reviewer: "1" },
  ...{ status: "published", author_id: "1", person_id: "1", network_id: "own", entry_id: "vienna", id: "1" },
  ...{ revision: "999", created_at: "1970-01-01", email_confirmed_at: "1970-01-01", publishes_snapshots: "1" },
};

const chunkSize = 16;
/** Of the long lists, so many parts for each form; together the forms use all of them. */
const chunksEach = 6;

function files(fields: readonly string[], others: Fields, form: string): FormData {
  const body = new FormData();
  body.set("form", form);
  for (const [name, value] of Object.entries(others)) for (const one of [value].flat()) body.append(name, one);
  for (const field of fields) body.set(field, new File(["a file"], `${turned}.txt`));
  return body;
}

test("every form comes back with all that was typed, and sets nothing that it has no field for", {
  timeout: 300_000,
}, async () => {
  const server = await startNetworkServer({ seeds: true });
  const { db } = server.services;
  await server.network("own");
  await server.network("asking", { join_policy: "request" });
  await server.city("own-city", ["own"]);
  const people = {
    member: await server.person("member", [{ in: "own" }]),
    official: await server.person("official", [{ in: "own", cities: ["own-city"] }]),
    coordinator: await server.person("coordinator", [{ in: "own", coordinator: true }]),
    administrator: await server.person("administrator", [], { administrator: true }),
  };
  const browsers: Record<FormCase["by"], BrowserStandIn> = {
    ...{ member: people.member.browser, official: people.official.browser },
    ...{ coordinator: people.coordinator.browser, administrator: people.administrator.browser },
    nobody: server.browser(),
  };
  const recommendation = "hrgl-2023/recommendation-8";
  const draft = await startDraft(people.member.browser, { kind: "practice", title: "A draft" });
  const study = await startDraft(people.member.browser, { kind: "case-study", title: "A study" });
  await people.member.browser.submit(`/contributions/${draft}/links`, {
    form: "add",
    to: recommendation,
    type: "supports",
  });
  await db.updateTable("contribution").set({ city_id: "own-city" }).where("id", "=", study).execute();
  const at = server.services.now().toISOString();
  await db
    .insertInto("fact_check")
    .values({ contribution_id: study, asked_at: at, asked_by: people.member.id })
    .execute();
  for (const [revision, field] of ["title", "method"].entries())
    await db
      .insertInto("contribution_field")
      .values({ contribution_id: study, field, value: "x", revision: revision + 90, saved_by: null, saved_at: at })
      .onConflict((on) => on.doNothing())
      .execute();

  const thread = await addThread(db, { startedBy: people.official.id, word: "here", entryId: recommendation });

  const standing = async () => ({
    threads: await db.selectFrom("thread").selectAll().execute(),
    messages: await db.selectFrom("thread_message").selectAll().execute(),
    reports: await db.selectFrom("thread_report").selectAll().execute(),
    people: await db.selectFrom("person").select(["id", "administrator", "email"]).orderBy("id").execute(),
    memberships: await db.selectFrom("membership").selectAll().orderBy("person_id").execute(),
    officials: await db.selectFrom("city_official").selectAll().execute(),
    networks: await db.selectFrom("network").selectAll().orderBy("id").execute(),
    contributions: await db
      .selectFrom("contribution")
      .select(["id", "kind", "status", "network_id", "city_id", "entry_id", "submitted_at"])
      .orderBy("id")
      .execute(),
    authors: await db.selectFrom("contribution_author").selectAll().execute(),
    links: await db.selectFrom("contribution_link").selectAll().execute(),
    checks: await db.selectFrom("fact_check").selectAll().execute(),
    published: await db.selectFrom("entry").select(["id", "published_at"]).orderBy("id").execute(),
  });
  const before = await standing();

  const payloads = hostile("xss");
  const chunks = around(
    Array.from({ length: Math.ceil(payloads.length / chunkSize) }, (_, i) =>
      payloads.slice(i * chunkSize, (i + 1) * chunkSize),
    ),
  );
  for (const { path, form, by, texts, others = {}, needed, secrets = [] } of formCases(
    { draft, study, thread },
    recommendation,
  )) {
    const all = [...texts, ...Object.keys(others), ...secrets];
    // The editor says which text it builds on.
    const revisions = Object.fromEntries(
      [...(await (await browsers[by].get(path)).text()).matchAll(/name="(revision\.\w+)" value="(\d+)"/g)]
        .filter(([, name = ""]) => texts.includes(name.slice("revision.".length)))
        .map(([, name = "", value = ""]) => [name, value]),
    );
    const send = async (what: string, fields: Fields | FormData, status: number[]) => {
      const body = fields instanceof FormData ? fields : { form, ...revisions, ...extra, ...fields };
      const answer = await browsers[by].submit(path, body, { "Accept-Language": "en" });
      const page = await answer.text();
      expect(status, `${path} (${form}), ${what}`).toContain(answer.status);
      if (answer.status === 422) {
        expect(/<title>Error: /.test(page), `${path}, ${what}: the title says so`).toBe(true);
        expect(/role="alert"/.test(page), `${path}, ${what}: a summary`).toBe(true);
        expect(/autofocus/i.test(page), `${path}, ${what}: takes the focus`).toBe(true);
      }
      return page;
    };
    const known = "to" in others ? { to: others.to ?? "", ...was } : {};
    if (needed) {
      const page = await send("empty", { ...Object.fromEntries(all.map((name) => [name, ""])), ...known }, [422]);
      for (const name of needed)
        expect(page.includes(`href="#${form}-${name}"`), `${path}: ${name} is asked for`).toBe(true);
    }
    if (texts.length > 0) {
      const long = Object.fromEntries(texts.map((name) => [name, `${name} ${"x".repeat(20_000)}`]));
      const kept = valuesInPage(await send("too long", { ...others, ...long }, [422]));
      for (const name of texts) expect(kept.has(long[name] ?? ""), `${path}: ${name}, too long, is kept`).toBe(true);
      // The editor takes what is no text for a field that was not sent.
      await send("files", files(texts, others, form), form === "edit" ? [422, 302] : [422]);
    } else await send("wrong", Object.fromEntries(all.map((name) => [name, payloads[0] ?? ""])), [422]);
    for (let i = 0; i < chunksEach && texts.length > 0; i++) {
      const chunk = chunks.next().value;
      const typed = Object.fromEntries(
        texts.map((name) => [name, `${turned}${name} ${chunk.join(" ").replaceAll("\t", " ")}`]),
      );
      const page = await send("hostile", { ...others, ...typed }, [422]);
      const kept = valuesInPage(page);
      for (const name of texts)
        expect(kept.has(typed[name] ?? ""), `${path}: ${name} is kept: ${(typed[name] ?? "").slice(0, 80)}`).toBe(true);
      for (const payload of chunk)
        if (/<\w/.test(payload)) expect(page.includes(payload), `${path}: ${payload} is only text`).toBe(false);
    }
  }
  expect(await standing()).toEqual(before);
});
