import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { tell } from "~/domain/notifications/tell.server";
import { inviteFirstAdministrator } from "~/domain/people/create-person.server";
import { addToken } from "~/domain/people/one-time-token-queries.server";
import { hashPassword } from "~/domain/people/password-hash.server";
import { beginSecondFactor } from "~/domain/people/second-factor.server";
import { hashSecret } from "~/domain/people/secret.server";
import { publishContribution } from "~/domain/publication/publish-contribution.server";
import { retirePublication } from "~/domain/publication/retire-publication.server";
import { createToken } from "~/domain/tokens/create-token.server";
import { addThread } from "./a-thread";
import type { BrowserStandIn } from "./browser-stand-in";
import { startDraft } from "./contribution-server";
import { addCurated } from "./curated-world";
import { startNetworkServer } from "./network-server";
import { goodPassword } from "./people-server";
import { aPublishable } from "./publishable";
import { send } from "./review-server";
import { makeReviewStates } from "./review-states";

/** A page with forms, and who sees it. */
export interface FormPage {
  by: string;
  path: string;
}

const recommendation = "hrgl-2023/recommendation-8";
const link = { to: "hrgl-2022/recommendation-1", wasType: "", type: "extends", evidence: "" };

/** A library in which every form of the site stands on some page: people in each role, and texts in each state. */
export async function makeFormsWorld() {
  const server = await startNetworkServer({ seeds: true });
  const { db, now } = server.services;
  const first = await inviteFirstAdministrator(db, now());
  await server.network("own");
  await server.network("asking", { join_policy: "request" });
  await server.city("own-city", ["own"]);
  const place = { in: "own" };
  const made = {
    author: await server.person("Aurelia Authorsson", [place]),
    official: await server.person("Odile Official", [{ ...place, cities: ["own-city"] }]),
    coordinator: await server.person("Corinna Coordes", [{ ...place, coordinator: true }]),
    second: await server.person("Conrad Coordes", [{ ...place, coordinator: true }]),
    reviewer: await server.person("Reva Quillfeather", [{ ...place, reviewer: true }]),
    colleague: await server.person("Rolf Inkwellson", [{ ...place, reviewer: true }]),
    stranger: await server.person("Sven Stranger"),
    administrator: await server.person("Ada Minister", [], { administrator: true }),
    free: await server.person("Thea Thimbleweed", [{ ...place, reviewer: true }]),
    asking: await server.person("Asking", [{ in: "own", state: "requested" }]),
    asksToo: await server.person("Asking too", [{ in: "own", state: "requested" }]),
    parting: await server.person("Parta Parting", [place]),
    spare: await server.person("Serena Spare", [{ ...place, reviewer: true }]),
  };
  await db
    .updateTable("person")
    .set({ password_hash: await hashPassword(goodPassword) })
    .execute();
  const browsers: Record<string, BrowserStandIn> = {
    nobody: server.browser(),
    ...Object.fromEntries(Object.entries(made).map(([name, { browser }]) => [name, browser])),
  };
  const reviewing = {
    ...server,
    ...made,
    reviewers: pair(made.reviewer, made.colleague),
    others: pair(made.free, made.spare),
  };
  const actorOf = (id: string) => ({ person: { id }, administrator: false, memberships: [], cities: [] });
  const chief = {
    ...actorOf(made.coordinator.id),
    memberships: [{ networkId: "own", coordinator: true, reviewer: false }],
  };
  const doer = () => ({ actor: chief, at: now(), address: null });

  const draft = await startDraft(made.author.browser, { kind: "practice", title: "A draft" });
  const study = await startDraft(made.author.browser, { kind: "case-study", title: "A study" });
  const asked = await startDraft(made.author.browser, { kind: "case-study", title: "An asked study" });
  await send(made.author.browser, `/contributions/${draft}/links`, {
    form: "add",
    to: recommendation,
    type: "supports",
  });
  const taken = { to: "hrgl-2023/recommendation-1" };
  await send(made.author.browser, `/contributions/${draft}/links`, { form: "add", ...taken, type: "supports" });
  await send(made.author.browser, `/contributions/${draft}/links`, { form: "remove", ...taken });
  await send(made.author.browser, `/contributions/${draft}/authors`, { form: "co-author", name: "Cora", email: "" });
  await send(made.author.browser, `/contributions/${draft}/edit`, {
    ...{ form: "edit", "revision.pitch": "0", pitch: "A first pitch." },
  });
  const file = new FormData();
  for (const [name, text] of Object.entries({ form: "add", alternativeText: "", caption: "" })) file.set(name, text);
  file.set("file", new Blob(["a file"]), "a.txt");
  await made.author.browser.submit(`/contributions/${draft}/files`, file);
  const { id: held = "" } = (await db.selectFrom("contribution_file").select("id").executeTakeFirst()) ?? {};
  const at = now().toISOString();
  for (const id of [study, asked])
    await db.updateTable("contribution").set({ city_id: "own-city" }).where("id", "=", id).execute();
  await db
    .insertInto("fact_check")
    .values({ contribution_id: asked, asked_at: at, asked_by: made.author.id })
    .execute();

  const states = await makeReviewStates(reviewing);
  const published = async () => {
    const id = await aPublishable(db, [actorOf(made.author.id)], { fields: { city: "own-city" } });
    await publishContribution(db, doer(), { id, changeNote: null });
    return id;
  };
  const accepted = await aPublishable(db, [actorOf(made.author.id)], { fields: { city: "own-city" } });
  const complete = await aPublishable(db, [actorOf(made.author.id)], {
    ...{ status: "draft", fields: { city: "own-city" } },
  });
  await db.updateTable("contribution").set({ submitted_at: null }).where("id", "=", complete).execute();
  const out = await published();
  const archived = await published();
  await retirePublication(db, doer(), { id: archived, verb: "archive", reason: "Old." });

  const curated = await addCurated(db);
  const thread = await addThread(db, { startedBy: made.official.id, word: "here", entryId: recommendation });
  const own = await addThread(db, { startedBy: made.author.id, word: "there", entryId: recommendation });
  await send(made.author.browser, `/threads/${thread}/1`, { form: "report", reason: "Unkind." });
  const picture = { picture_sha256: "0".repeat(64), picture_width: 1, picture_height: 1, picture_bytes: 1 };
  await db
    .updateTable("collection")
    .set({ ...picture, picture_alternative: "A street" })
    .where("id", "=", "unpublished")
    .execute();
  await db.updateTable("document_draft").set({ before: "{}" }).execute();
  const uploads = [await upload(made.administrator.browser), await upload(made.administrator.browser)];
  await send(made.administrator.browser, uploads[1] ?? "", { form: "merge", at: "1", revision: "0" });
  await db
    .insertInto("tag")
    .values({ slug: "b-tag", label: "B tag", language: "en", stands_for: "b-tag", created_at: at })
    .execute();
  await send(made.administrator.browser, `/curate/${recommendation}`, { form: "link", ...link, note: "", seen: "{}" });
  await send(made.administrator.browser, "/vocabularies/theme/new", {
    ...{ form: "add", key: "unused", label_en: "Unused", label_fr: "Inutilisé", label_es: "Sin uso" },
  });
  for (const { id } of [made.author, made.official])
    await server.services.sessions.start(id, { userAgent: "another", address: "127.0.0.1" }, null, false);
  await db.updateTable("network").set({ publishes_snapshots: 1 }).where("id", "=", "own").execute();
  for (const email of [made.stranger.email, "nobody.yet@city.example"])
    await db
      .insertInto("invitation")
      .values({
        ...{ id: randomUUID(), network_id: "own", email, coordinator: 0, reviewer: 1 },
        ...{ token_hash: email, invited_by: null, created_at: at },
        expires_at: new Date(now().getTime() + 86_400_000).toISOString(),
      })
      .execute();
  await createToken(
    db,
    { ...doer(), actor: actorOf(made.author.id) },
    { name: "A", scopes: ["read-drafts"], days: 30 },
  );
  await send(made.author.browser, "/following", { form: "follow", kind: "city", id: "vienna" });
  await send(made.author.browser, "/searches/new", { form: "search", name: "Mine", alerts: "off", query: "q=budget" });
  const { id: search = "" } = (await db.selectFrom("saved_search").select("id").executeTakeFirst()) ?? {};
  const told = { kind: "contribution-accepted", subject: { kind: "contribution", id: draft }, waits: false } as const;
  await tell(db, [made.author.id], { ...told, details: { title: "A draft" } }, now());
  await beginSecondFactor(db, made.second.id);
  await beginSecondFactor(db, made.coordinator.id);
  await db
    .updateTable("second_factor")
    .set({ confirmed_at: at })
    .where("person_id", "=", made.coordinator.id)
    .execute();
  const other = { hash: hashSecret("unsubscribing"), person_id: made.author.id, created_at: at };
  await db.insertInto("unsubscribe_token").values(other).execute();
  const reset = await addToken(db, { purpose: "reset-password", personId: made.official.id }, now());
  const email = await addToken(
    db,
    { purpose: "change-email", personId: made.reviewer.id, email: "new@city.example" },
    now(),
  );
  await server.browser().submit("/register", {
    ...{ form: "register", name: "New", email: "new.person@city.example", password: "seven lanterns by the river" },
  });
  const confirm = new URL(/https?:\S+\/confirm\?\S+/.exec((await server.lastMail()).text)?.[0] ?? "", server.origin);

  const pages: Record<string, string[]> = {
    nobody: [
      ...["/register", "/sign-in", "/password/forgotten", `/register/first?token=${first}`],
      ...[`/password/new?token=${reset}`, confirm.pathname + confirm.search, "/unsubscribe?token=unsubscribing"],
    ],
    author: [
      ...["", "/edit", "/files", `/files?removed=${held}`, "/history", "/authors", "/links", "/submit", "/delete"].map(
        (page) => `/contributions/${draft}${page}`,
      ),
      ...["/edit", "/fact-check"].map((page) => `/contributions/${study}${page}`),
      `/contributions/${draft}/links?q=budget`,
      `/contributions/${draft}/links?removed=${encodeURIComponent(taken.to)}`,
      ...[`/contributions/${complete}/submit`, `/contributions/${study}/authors`],
      `/contributions/${states.submitted}/submit`,
      `/contributions/${states.changes}/review/answer`,
      `/contributions/${states.declined}/review`,
      `/contributions/${states.reviewed}/review`,
      `/contributions/${out}/revise`,
      ...["/contributions/new", `/contributions/new?call=${curated.call}`, "/contributions/import", "/desk"],
      ...["/sign-out", "/account", "/account/data", "/account/email", "/account/security", "/account/tokens"],
      ...["/account/notifications", "/notifications", "/following", "/searches/new?q=a", `/searches/${search}`],
      ...[
        `/threads/${own}`,
        `/threads/${own}/1`,
        `/threads/${thread}`,
        `/contributions/${states.reviewing}/discussion`,
      ],
      ...["/practices/douala-participatory-budget", "/case-studies/vienna-from-an-idea-to-an-office"].map(
        (entry) => `${entry}/discussion`,
      ),
      `/documents/${recommendation}/discussion`,
      ...["/cities/vienna", "/networks/own"],
      `/contributions/${states.spares[0]}/submit`,
    ],
    official: [`/contributions/${asked}/fact-check`, "/account/security"],
    free: [`/threads/${thread}/1`, `/reviews/${states.others[0]}`],
    stranger: ["/networks/asking", "/invitations", "/account/second-factor", "/account/data"],
    reviewer: [`/account/email/confirm?token=${email}`, ...[`/reviews/${states.invited}`, `/reviews/${states.done}`]],
    colleague: [`/reviews/${states.accepted}`, `/reviews/${states.accepted}/submit`],
    second: ["/account/second-factor"],
    coordinator: [
      "/account/second-factor",
      ...["members", `members/${made.author.id}`, "cities", "edit", "policies", "rubric", "invitations"].map(
        (page) => `/networks/own/${page}`,
      ),
      `/contributions/${states.submitted}/review`,
      ...["", "/reviewers", `/reviewers?replace=${states.accepted}`, "/decide"].map(
        (page) => `/contributions/${states.reviewing}/review${page}`,
      ),
      `/contributions/${states.reviewed}/review`,
      ...[`/contributions/${accepted}/publish`, `/contributions/${out}/retire`, `/contributions/${archived}/retire`],
      ...["/collections/new", "/collections/add?entry=own-city", "/collections/add?collection=a-collection"],
      ...["/collections/a-collection/edit", "/collections/unpublished/edit"],
      ...["/calls/new", `/calls/${curated.callDraft}`, `/calls/${curated.callDraft}/edit`, `/calls/${curated.call}`],
      `/coverage?recommendation=${recommendation}`,
      ...[...states.spares.slice(1), states.reviewedByOthers].map((id) => `/contributions/${id}/review`),
      ...[`/networks/own/members/${made.parting.id}`, `/calls/${curated.otherCallDraft}`],
    ],
    administrator: [
      ...["/networks/new", "/networks/own/invitations", "/admin/search", "/admin/documents/new"],
      ...[`/admin/documents/${curated.documentDraft}`, `/threads/${thread}`, `/threads/${thread}/1`, "/admin/reports"],
      ...[...uploads, `/curate/${recommendation}`, "/curate/douala-participatory-budget"],
      `/curate/${recommendation}?link=${link.to}&type=${link.type}`,
      `/curate/douala-participatory-budget?link=${link.to}`,
      ...[
        "/vocabularies/theme/budgeting/edit",
        "/vocabularies/theme/new",
        "/vocabularies/theme/unused/edit",
        "/tags/a-tag/edit",
        "/admin/edits",
      ],
    ],
  };
  const all: FormPage[] = Object.entries(pages).flatMap(([by, paths]) => paths.map((path) => ({ by, path })));
  return { server, browsers, pages: all };
}

const pair = <T>(one: T, other: T): [T, T] => [one, other];

/** A document that was read and waits to be corrected. @returns its address */
async function upload(browser: BrowserStandIn): Promise<string> {
  const form = new FormData();
  form.set("form", "upload");
  const file = join(import.meta.dirname, "..", "fixtures", "import", "outcome.md");
  form.set("file", new Blob([new Uint8Array(readFileSync(file))]), "outcome.md");
  return (await browser.submit("/admin/documents/new", form)).headers.get("Location") ?? "";
}
