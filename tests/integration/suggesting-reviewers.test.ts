import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import {
  openAndInvite,
  openAssignment,
  type ReviewServer,
  send,
  startReviewServer,
  submitPractice,
} from "../support/review-server";

const month = 30 * 24 * 60 * 60_000;

/** What the page of who could be asked says, in its order: the name, whether it can be chosen, and each reason. */
async function suggested({ coordinator }: ReviewServer, id: string) {
  const page = await (await coordinator.browser.get(`/contributions/${id}/review/reviewers`)).text();
  return page
    .split(/<input[^>]* name="reviewer"/)
    .slice(1)
    .map((part) => ({
      name: /<span>([^<]+)<\/span>/.exec(part)?.[1] ?? "",
      disabled: / disabled=""/.test(part.split(">")[0] ?? ""),
      reasons: [...(part.split("</ul>")[0] ?? "").matchAll(/<li[^>]*>([^<]+)<\/li>/g)].map(([, text = ""]) => text),
    }));
}

/** That somebody reviewed what others wrote, so long ago. */
async function addReviewed({ services: { db, now } }: ReviewServer, work: string, reviewer: string, ago: number) {
  const at = new Date(now().getTime() - ago).toISOString();
  const [round, review] = [randomUUID(), randomUUID()];
  await db
    .insertInto("review_round")
    .values({
      ...{ id: round, contribution_id: work, network_id: "own", number: 1, revision: 1, rubric_version: 0 },
      ...{ anonymity: "open", reviews_needed: 1, opened_at: at, closed_at: at },
    })
    .execute();
  await db.insertInto("review").values({ id: review, round_id: round, revision: 0, submitted_at: at }).execute();
  await db
    .insertInto("review_assignment")
    .values({
      ...{ id: randomUUID(), review_id: review, person_id: reviewer, part: "single", state: "submitted" },
      ...{ due_on: at.slice(0, 10), invited_at: at, submitted_at: at, may_publish: 0, signs: 0, listed: 0 },
    })
    .execute();
}

test("reviewers are suggested by what they know, the language, the region and what they owe, each with the reasons", async () => {
  const server = await startReviewServer();
  const { author } = server;
  const { db, now } = server.services;
  const at = now().toISOString();
  const label = { label_en: "Housing", label_fr: "Logement", label_es: "Vivienda" };
  await db
    .insertInto("term")
    .values({ vocabulary: "theme", code: "housing", position: 1, ...label })
    .execute();
  await db
    .insertInto("entry")
    .values({
      ...{ id: "a-tool", kind: "tool", title: "Ledgers", language: "en" },
      ...{ published_at: at, created_at: at, updated_at: at },
    })
    .execute();
  await server.city("near-city", []);
  const asReviewer = (name: string) => server.person(name, [{ in: "own", reviewer: true }]);
  const knows = await asReviewer("Knows Theme");
  const tools = await asReviewer("Knows Tool");
  const near = await asReviewer("Near By");
  const reads = await asReviewer("Reads French");
  const busy = await asReviewer("Busy Body");
  for (const { id } of [knows, busy])
    await db.insertInto("person_expertise").values({ person_id: id, vocabulary: "theme", code: "housing" }).execute();
  await db.insertInto("person_expertise").values({ person_id: tools.id, vocabulary: "tool", code: "a-tool" }).execute();
  await db.insertInto("person_language").values({ person_id: reads.id, language: "fr" }).execute();
  await db.updateTable("person").set({ city_id: "near-city" }).where("id", "=", near.id).execute();
  const elsewhere = await submitPractice(server, server.second.id);
  await openAndInvite(server, elsewhere, [busy]);

  const id = await submitPractice(server, author.id, "own", { language: "fr" });
  await db
    .insertInto("contribution_link")
    .values({ contribution_id: id, to_id: "a-tool", type: "uses", evidence: "claimed", note: null })
    .execute();
  await openAndInvite(server, id, []);
  const list = await suggested(server, id);
  const names = list.map(({ name }) => name);
  expect(names.slice(0, 2), "the language most, then what they know").toEqual(["Reads French", "Knows Theme"]);
  expect(names, "no member who does not review, nor who asks").not.toContain("Aurelia Authorsson");
  expect(names).not.toContain("Corinna Coordes");
  const place = (name: string) => names.indexOf(name);
  expect(place("Knows Tool"), "a tool before a region").toBeLessThan(place("Near By"));
  expect(place("Near By"), "a region before nothing").toBeLessThan(place("Reva Quillfeather"));
  expect(place("Busy Body"), "who owes a review comes after who knows the same").toBeGreaterThan(place("Knows Theme"));
  const why = (name: string) => list[place(name)]?.reasons.join(" ");
  expect(why("Reads French")).toContain("Reads its language");
  expect(why("Knows Theme")).toContain("Knows: Housing");
  expect(why("Knows Tool")).toContain("Knows the tools: Ledgers");
  expect(why("Near By")).toContain("From the same region");
  expect(why("Busy Body")).toContain("Owes 1 review already");
  expect(why("Knows Theme")).toContain("Owes no review");
  expect((await db.selectFrom("review_assignment").select("id").execute()).length, "looking asks nobody").toBe(1);
});

test("every kind of conflict is found and told: some block whatever the form says, others want to be read", async () => {
  const server = await startReviewServer();
  const { author, coordinator, reviewers } = server;
  const { db, now } = server.services;
  const at = now().toISOString();
  await db
    .insertInto("entry")
    .values({
      ...{ id: "an-office", kind: "organisation", title: "An office", language: "en" },
      ...{ published_at: at, created_at: at, updated_at: at },
    })
    .execute();
  await db.insertInto("organisation").values({ id: "an-office", kind: "public" }).execute();
  await server.city("author-city", []);
  const person = (name: string, more: { cities?: string[] } = {}) =>
    server.person(name, [{ in: "own", reviewer: true, ...more }]);
  const people = {
    resident: await person("Resident"),
    official: await person("Official", { cities: ["own-city"] }),
    colleague: await person("Colleague"),
    coauthor: await person("Coauthor"),
    former: await person("Former"),
    mutual: await person("Mutual"),
    longAgo: await person("Longago"),
    neighbour: await person("Neighbour"),
    reviewed: await person("Reviewed"),
    free: await person("Free"),
  };
  const set = (id: string, facts: { city_id?: string; organisation_id?: string }) =>
    db.updateTable("person").set(facts).where("id", "=", id).execute();
  await set(author.id, { city_id: "author-city", organisation_id: "an-office" });
  await set(people.resident.id, { city_id: "own-city" });
  await set(people.colleague.id, { organisation_id: "an-office" });
  await set(people.neighbour.id, { city_id: "author-city" });
  const wrote = async (person: string, ago: number) => {
    const work = await submitPractice(server, author.id);
    await db
      .insertInto("contribution_author")
      .values({ contribution_id: work, position: 2, person_id: person, name: null, roles: "[]" })
      .execute();
    const updated_at = new Date(now().getTime() - ago).toISOString();
    await db.updateTable("contribution").set({ updated_at }).where("id", "=", work).execute();
  };
  await wrote(people.coauthor.id, 12 * month);
  await wrote(people.former.id, 48 * month);
  for (const [other, ago] of [
    [people.mutual, 6 * month],
    [people.longAgo, 36 * month],
  ] as const) {
    await addReviewed(server, await submitPractice(server, author.id), other.id, ago);
    await addReviewed(server, await submitPractice(server, other.id), author.id, ago);
  }
  await addReviewed(server, await submitPractice(server, people.reviewed.id), author.id, month);

  const id = await submitPractice(server, author.id);
  await openAndInvite(server, id, []);
  const list = await suggested(server, id);
  const of = (name: string) => {
    const found = list.find((one) => one.name === name);
    return [found?.disabled, found?.reasons.filter((reason) => /^(Cannot review|Think twice)/.test(reason))];
  };
  expect(of("Resident")).toEqual([true, ["Cannot review: it is about their own city."]]);
  expect(of("Official")).toEqual([true, ["Cannot review: it is about their own city."]]);
  expect(of("Colleague")).toEqual([true, ["Cannot review: belongs to the same organisation as an author."]]);
  expect(of("Coauthor")).toEqual([true, ["Cannot review: has written with an author in the last three years."]]);
  expect(of("Mutual")).toEqual([true, ["Cannot review: they have reviewed each other in the last two years."]]);
  expect(of("Former")).toEqual([false, ["Think twice: has written with an author before."]]);
  expect(of("Neighbour")).toEqual([false, ["Think twice: comes from the same city as an author."]]);
  expect(of("Reviewed")).toEqual([false, ["Think twice: an author has reviewed their work in the last two years."]]);
  expect(of("Longago"), "long ago is no conflict").toEqual([false, []]);
  expect(of("Free")).toEqual([false, []]);
  const firstBlocked = list.findIndex(({ disabled }) => disabled);
  expect(
    list.slice(firstBlocked).every(({ disabled }) => disabled),
    "those who cannot stand last",
  ).toBe(true);

  const invite = async (whom: { id: string }, more: Record<string, string> = {}) => {
    const form = { form: "invite", reviewer: whom.id, junior: "", days: "21", ...more };
    return (await coordinator.browser.submit(`/contributions/${id}/review/reviewers`, form)).status;
  };
  const { resident, official, colleague, coauthor, mutual, former, neighbour, reviewed, free } = people;
  for (const blocked of [resident, official, colleague, coauthor, mutual])
    expect(await invite(blocked, { despite: "yes" })).toBe(422);
  expect(await invite(free, { junior: colleague.id, despite: "yes" }), "nor as the junior of a pair").toBe(422);
  for (const warned of [former, neighbour, reviewed]) expect(await invite(warned)).toBe(422);
  expect(await db.selectFrom("review_assignment").where("state", "!=", "submitted").select("id").execute()).toEqual([]);
  expect(await invite(former, { despite: "yes" })).toBe(302);

  // Who says yes and tells of something is a warning from then on; who declines for it never comes again.
  await send(former.browser, `/reviews/${await openAssignment(server, former.id)}`, {
    ...{ form: "accept-review", conflict: "We share an office building." },
  });
  const told = await (await coordinator.browser.get(`/contributions/${id}/review`)).text();
  expect(told).toContain("We share an office building.");

  // Somebody takes the place of who does not come: the old one is told, and cannot go on.
  const task = await openAssignment(server, former.id);
  expect(await invite(reviewers[0], { replaces: task })).toBe(302);
  const states = await db
    .selectFrom("review_assignment")
    .where("person_id", "in", [former.id, reviewers[0].id])
    .orderBy("state")
    .select(["state", "review_id"])
    .execute();
  expect(states.map(({ state }) => state)).toEqual(["invited", "replaced"]);
  expect(new Set(states.map(({ review_id }) => review_id)).size, "what was written goes on").toBe(1);
  expect(await (await former.browser.get("/notifications")).text()).toContain("no longer needed");
  const late = await former.browser.submit(`/reviews/${task}`, { form: "accept-review", conflict: "" });
  expect(late.status).toBe(409);
  expect(of("Former")[0], "before").toBe(false);
  const after = (await suggested(server, id)).find(({ name }) => name === "Former");
  expect(after?.reasons).toContain("Think twice: has told of a possible conflict.");
});
