import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { addFile } from "~/domain/files/add-file.server";
import { openRound } from "~/domain/reviews/open-round.server";
import type { Db } from "~db/client.server";
import { addThread } from "./a-thread";
import { type Role, roles } from "./access-rules";
import type { BrowserStandIn } from "./browser-stand-in";
import { addCurated } from "./curated-world";
import { type NetworkServer, startNetworkServer } from "./network-server";

/** Words of a draft, and of what was submitted to the network `own`, that must not reach others. */
export const draftWord = "zebrafinchlantern";
export const submittedWord = "quokkathimble";
export const reviewedWord = "axolotlteapot";

/** Two networks with everyone who may ask, and what they write, review and curate. */
export interface World {
  server: NetworkServer;
  browsers: Record<Role, BrowserStandIn>;
  /** Puts an id where `{draft}` and the like stand. */
  put: (text: string) => string;
}

export async function makeWorld(): Promise<World> {
  const server = await startNetworkServer({ seeds: true });
  for (const network of ["own", "other"]) {
    await server.network(network);
    await server.city(`${network}-city`, [network]);
  }
  await server.network("asking", { join_policy: "request" });
  const made: Partial<Record<Role, { id: string; browser: BrowserStandIn }>> = {};
  for (const [prefix, network] of [
    ["", "own"],
    ["other", "other"],
  ] as const) {
    const name = (role: string) => (prefix ? `${prefix}${role[0]?.toUpperCase()}${role.slice(1)}` : role) as Role;
    const place = { in: network };
    made[name("member")] = await server.person(name("member"), [place]);
    made[name("reviewer")] = await server.person(name("reviewer"), [{ ...place, reviewer: true }]);
    made[name("official")] = await server.person(name("official"), [{ ...place, cities: [`${network}-city`] }]);
    made[name("coordinator")] = await server.person(name("coordinator"), [{ ...place, coordinator: true }]);
  }
  made.person = await server.person("person");
  made.administrator = await server.person("administrator", [], { administrator: true });
  const asking = await server.person("asking", [{ in: "own", state: "requested" }]);
  const listed = await server.person("listed", [], { listed: true });
  const memberId = made.member?.id ?? "";
  const { db } = server.services;
  const draft = await addContribution(db, memberId, { word: draftWord });
  const submitted = await addContribution(db, memberId, { word: submittedWord, submitted: true });
  const deleted = await addContribution(db, memberId, { word: draftWord });
  const withdrawn = await addContribution(db, memberId, { word: submittedWord, submitted: true });
  const review = await addReviewed(server, memberId, made.reviewer?.id ?? "");
  const by = { startedBy: memberId };
  const thread = await addThread(db, { ...by, entryId: "hrgl-2023/recommendation-8", word: "openly said" });
  const reviewThread = await addThread(db, { ...by, contributionId: review.reviewed, word: reviewedWord });
  const invitation = randomUUID();
  await db
    .insertInto("invitation")
    .values({
      id: invitation,
      network_id: "own",
      email: "invited@city.example",
      coordinator: 1,
      reviewer: 0,
      token_hash: "x",
      invited_by: null,
      created_at: server.services.now().toISOString(),
      expires_at: new Date(Date.now() + 86_400_000).toISOString(),
    })
    .execute();
  const browsers = Object.fromEntries(
    roles.map((role) => [role, made[role]?.browser ?? server.browser()]),
  ) as World["browsers"];
  const ids: Record<string, string> = {
    ...{ draft, submitted, deleted, withdrawn, invitation, member: memberId },
    ...{ ...review, thread, reviewThread },
    ...(await addCurated(db)),
    ...{ asking: asking.id, hidden: asking.id, listed: listed.id },
  };
  return { server, browsers, put: (text) => text.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? name) };
}

async function addContribution(
  db: Db,
  author: string,
  { word, submitted = false }: { word: string; submitted?: boolean },
): Promise<string> {
  const id = randomUUID();
  const at = new Date().toISOString();
  const status = submitted ? ("submitted" as const) : ("draft" as const);
  await db
    .insertInto("contribution")
    .values({
      id,
      kind: "case-study",
      status,
      network_id: submitted ? "own" : null,
      city_id: "own-city",
      language: "en",
      revision: 4,
      created_at: at,
      updated_at: at,
      submitted_at: submitted ? at : null,
    })
    .execute();
  const row = { contribution_id: id, position: 1, person_id: author, name: null, roles: "[]" };
  await db.insertInto("contribution_author").values(row).execute();
  for (const [index, field] of ["title", "pitch", "situation_before", "what_was_done"].entries()) {
    const saved = {
      contribution_id: id,
      field,
      value: `Budget ${word}`,
      revision: index + 1,
      saved_by: author,
      saved_at: at,
    };
    await db.insertInto("contribution_field").values(saved).execute();
    await db.insertInto("contribution_change").values(saved).execute();
  }
  if (submitted) await db.insertInto("fact_check").values({ contribution_id: id, asked_at: at }).execute();
  return id;
}

/** A contribution in review, with a file, and a reviewer who has accepted. */
async function addReviewed({ services: { db, files } }: NetworkServer, author: string, reviewer: string) {
  const reviewed = await addContribution(db, author, { word: reviewedWord, submitted: true });
  await db.updateTable("contribution").set({ status: "draft" }).where("id", "=", reviewed).execute();
  const path = files.newTemporary();
  const table = `year;${reviewedWord}\n2020;12\n`;
  writeFileSync(path, table);
  const { stored } = await files.takeFile({ path, name: "table.csv", bytes: table.length, tooLarge: false }, true);
  if (!stored) throw new Error("The file was not taken.");
  const actor = { person: { id: author }, administrator: false, memberships: [], cities: [] };
  await addFile(db, actor, reviewed, { ...stored, name: "table.csv", alternativeText: "", caption: "" }, new Date());
  await db.updateTable("contribution").set({ status: "in-review" }).where("id", "=", reviewed).execute();
  await db.deleteFrom("fact_check").where("contribution_id", "=", reviewed).execute();
  const round = await openRound(db, { id: reviewed, networkId: "own", revision: 4 }, undefined, new Date());
  const review = randomUUID();
  await db.insertInto("review").values({ id: review, round_id: round.id, revision: 0 }).execute();
  const assignment = randomUUID();
  await db
    .insertInto("review_assignment")
    .values({
      ...{ id: assignment, review_id: review, person_id: reviewer, part: "single", state: "accepted" },
      ...{ due_on: "2099-01-01", invited_at: round.openedAt, may_publish: 0, signs: 0, listed: 0 },
    })
    .execute();
  return { reviewed, assignment, reviewedFile: stored.sha256 };
}
