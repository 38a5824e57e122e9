import { expect, test } from "vitest";
import { addThread } from "../support/a-thread";
import type { BrowserStandIn } from "../support/browser-stand-in";
import { startDraft } from "../support/contribution-server";
import { around, hostile } from "../support/hostile";
import { startNetworkServer } from "../support/network-server";

type Fields = Record<string, string | string[]>;

interface FormCase {
  path: string;
  form: string;
  by: "member" | "official" | "coordinator" | "administrator" | "nobody";
  /** What is typed freely: none of it may be lost. */
  texts: string[];
  /** Chosen or hidden, with what is right. */
  others?: Fields;
  /** What is refused when it is empty; left out: an empty form is one, too. */
  needed?: string[];
  /** Secrets are never sent back. */
  secrets?: string[];
}

/** What a form has no field for, and what somebody would like to set. */
const extra = {
  ...{ role: "administrator", roles: "coordinator", administrator: "1", coordinator: "1", reviewer: "1" },
  ...{ status: "published", author_id: "1", person_id: "1", network_id: "own", entry_id: "vienna", id: "1" },
  ...{ revision: "999", created_at: "1970-01-01", email_confirmed_at: "1970-01-01", publishes_snapshots: "1" },
};

/** No line and no text may hold it: whatever else is typed, the form comes back. */
const turned = "\u202e";
const chunkSize = 16;
/** Of the long lists, so many parts for each form; together the forms use all of them. */
const chunksEach = 6;

const was = { wasType: "supports", wasEvidence: "claimed", wasNote: "" };

const cases = (id: { draft: string; study: string; thread: string }, recommendation: string): FormCase[] => [
  {
    path: "/contributions/new",
    form: "new",
    by: "member",
    texts: ["title"],
    others: { kind: "practice", language: "en" },
    needed: ["title", "kind", "language"],
  },
  {
    path: `/contributions/${id.draft}/authors`,
    form: "co-author",
    by: "member",
    texts: ["name", "email"],
    needed: ["name"],
  },
  {
    path: `/contributions/${id.draft}/edit`,
    form: "edit",
    by: "member",
    texts: [
      "title",
      "pitch",
      "lead_body",
      "contact",
      "started",
      "situation_before",
      "what_was_done",
      "results",
      "staff",
    ],
  },
  {
    path: `/contributions/${id.study}/edit`,
    form: "edit",
    by: "member",
    texts: ["method", "research_period", "sources", "limits", "ethics", "references", "lessons_learned"],
  },
  {
    path: `/contributions/${id.draft}/links`,
    form: `link-${recommendation.replace("/", ".")}`,
    by: "member",
    texts: ["note"],
    others: { to: recommendation, type: "supports", evidence: "claimed", ...was },
    needed: ["type", "evidence"],
  },
  {
    path: `/contributions/${id.study}/fact-check`,
    form: "answer",
    by: "official",
    texts: ["point.title", "point.method"],
    others: { answer: "disputed" },
    needed: ["answer"],
  },
  {
    path: `/contributions/${id.draft}/submit`,
    form: "submit",
    by: "member",
    texts: [],
    others: { network: "own" },
    needed: ["network"],
  },
  {
    path: "/account",
    form: "profile",
    by: "member",
    texts: ["name", "role", "orcid"],
    others: { language: "en" },
    needed: ["name"],
  },
  { path: "/account/email", form: "email", by: "member", texts: ["email"], needed: ["email"], secrets: ["current"] },
  {
    path: "/register",
    form: "register",
    by: "nobody",
    texts: ["name", "email"],
    needed: ["name", "email"],
    secrets: ["password"],
  },
  { path: "/sign-in", form: "sign-in", by: "nobody", texts: ["email"], needed: ["email"], secrets: ["password"] },
  { path: "/password/forgotten", form: "forgotten", by: "nobody", texts: ["email"], needed: ["email"] },
  {
    path: `/documents/${recommendation}/discussion`,
    form: "thread",
    by: "member",
    texts: ["title", "quote", "text"],
    needed: ["title", "text"],
  },
  { path: `/threads/${id.thread}`, form: "reply", by: "member", texts: ["text"], needed: ["text"] },
  { path: `/threads/${id.thread}/1`, form: "report", by: "member", texts: ["reason"], needed: ["reason"] },
  { path: `/threads/${id.thread}/1`, form: "remove", by: "administrator", texts: ["reason"], needed: ["reason"] },
  { path: "/networks/asking", form: "join", by: "member", texts: ["note"] },
  { path: "/networks/own/invitations", form: "invite", by: "coordinator", texts: ["emails"], needed: ["emails"] },
  {
    path: "/networks/new",
    form: "new-network",
    by: "administrator",
    texts: ["name", "acronym", "summary", "website", "coordinator"],
    others: { language: "en", parent: "" },
    needed: ["name", "summary"],
  },
  {
    path: "/vocabularies/theme/budgeting/edit",
    form: "term",
    by: "administrator",
    texts: ["label_en", "label_fr", "label_es", "description", "description_fr", "description_es", "maps_to"],
    others: { seen: "{}" },
    needed: ["label_en", "label_fr", "label_es"],
  },
  {
    path: `/curate/${recommendation}`,
    form: "texts",
    by: "administrator",
    texts: ["summary"],
    others: { seen: "{}" },
  },
  {
    path: `/curate/${recommendation}`,
    form: "tags",
    by: "administrator",
    texts: ["tags"],
    others: { seen: "{}" },
  },
  {
    path: `/curate/${recommendation}?link=hrgl-2022/recommendation-1`,
    form: "link",
    by: "administrator",
    texts: ["note"],
    others: { to: "hrgl-2022/recommendation-1", wasType: "", type: "extends", evidence: "", seen: "{}" },
  },
];

const unescaped = (html: string) =>
  html
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&");

/** What stands in the fields of a page, as a browser would show it. */
function valuesIn(page: string): Set<string> {
  const inputs = [...page.matchAll(/<input[^>]* value="([^"]*)"/g)].map(([, value = ""]) => value);
  // The first line break of a text area is none of its text.
  const areas = [...page.matchAll(/<textarea[^>]*>\n?([^<]*)<\/textarea>/g)].map(([, text = ""]) => text);
  return new Set([...inputs, ...areas].map((value) => unescaped(value).replaceAll("\r\n", "\n")));
}

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
  for (const { path, form, by, texts, others = {}, needed, secrets = [] } of cases(
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
      const kept = valuesIn(await send("too long", { ...others, ...long }, [422]));
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
      const kept = valuesIn(page);
      for (const name of texts)
        expect(kept.has(typed[name] ?? ""), `${path}: ${name} is kept: ${(typed[name] ?? "").slice(0, 80)}`).toBe(true);
      for (const payload of chunk)
        if (/<\w/.test(payload)) expect(page.includes(payload), `${path}: ${payload} is only text`).toBe(false);
    }
  }
  expect(await standing()).toEqual(before);
});
