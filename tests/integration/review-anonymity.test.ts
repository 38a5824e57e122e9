import { expect, test } from "vitest";
import { hasPublishedReviews } from "~/domain/reviews/published-review-queries.server";
import type { BrowserStandIn } from "../support/browser-stand-in";
import { readZip } from "../support/read-zip";
import {
  decide,
  type OnServer,
  openAndInvite,
  openAssignment,
  type ReviewServer,
  review,
  send,
  startReviewServer,
  submitPractice,
} from "../support/review-server";

const dataOf = (path: string) => {
  const [address = "", query] = path.split("?");
  return `${address}.data${query ? `?${query}` : ""}`;
};

/** Every page and its data that somebody can reach from here by links, as far as it is about people and reviewing. */
async function collect(browser: BrowserStandIn, start: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const waiting = [...start];
  const followed =
    /^\/(contributions|threads|reviews|reviewers|notifications|desk|account|networks|people|practices|cities|cite|api)/;
  while (waiting.length > 0 && found.size < 400) {
    const path = waiting.shift() ?? "";
    if (found.has(path)) continue;
    const answer = await browser.get(path);
    const bytes = Buffer.from(await answer.arrayBuffer());
    // What is packed is read unpacked.
    const packed = answer.headers.get("Content-Type")?.includes("zip") ? [...readZip(bytes)] : [];
    const body = bytes.toString() + packed.map(([name, content]) => `${name} ${content}`).join();
    // The headers too: names may stand in a file's name or an address.
    found.set(path, `${JSON.stringify([...answer.headers])} ${body}`);
    if (answer.headers.get("Content-Type")?.startsWith("text/html")) {
      found.set(dataOf(path), await (await browser.get(dataOf(path))).text());
      for (const [, href = ""] of body.matchAll(/href="([^"#]+)/g)) {
        const to = href.replaceAll("&amp;", "&");
        const stays = !to.includes("lang=") && !to.includes("sign-out");
        if (followed.test(to) && stays && !found.has(to)) waiting.push(to);
      }
    }
  }
  return found;
}

const countOf = (text: string, word: string) => text.split(word).length - 1;

async function everythingOf(
  server: ReviewServer,
  who: { id: string; email: string; browser: BrowserStandIn },
  id: string,
  more: readonly string[] = [],
) {
  const pages = [
    "",
    "/review",
    "/review/answer",
    "/review/decide",
    "/review/reviewers",
    "/edit",
    "/history",
    "/changes",
  ];
  const found = await collect(who.browser, [
    ...["/desk", "/notifications", "/reviews", "/account", "/account/data", "/account/export.json", "/networks/own"],
    ...[`/reviewers/${new Date().getUTCFullYear()}`, "/practices", "/search?q=mediators", "/api/v1/search?q=mediators"],
    ...[
      "/practices/feed.atom",
      "/search/feed.atom?q=mediators",
      "/search/export.ris?q=mediators",
      "/account/export.zip",
    ],
    ...["/contributions/export.csv?kind=practice", "/contributions/export.json?kind=practice"],
    ...pages.map((page) => `/contributions/${id}${page}`),
    ...more,
  ]);
  await server.services.postman.deliver();
  found.set(
    "mails",
    server.mails
      .filter(({ to }) => to.includes(who.email))
      .map(({ raw, text }) => raw + text)
      .join(),
  );
  const told = await server.services.db
    .selectFrom("notification")
    .where("person_id", "=", who.id)
    .selectAll()
    .execute();
  found.set("notifications", JSON.stringify(told));
  return found;
}

/** Where a word stands more often than before. */
function leaks(before: Map<string, string>, after: Map<string, string>, words: readonly string[]): string[] {
  return [...after].flatMap(([path, text]) =>
    words.flatMap((word) => {
      const known = before.get(path) ?? "";
      return countOf(text, word) > countOf(known, word) && !knownPage(path, before) ? [`${path}: ${word}`] : [];
    }),
  );
}

/** Members of a network see each other, whether somebody reviews or not. */
const knownPage = (path: string, before: Map<string, string>) => /^\/networks\//.test(path) && before.has(path);

for (const anonymity of ["reviewers-hidden", "both-hidden"] as const)
  test(`${anonymity}: no byte that authors can get tells who reviews them, through two rounds to the publication`, async () => {
    const server = await startReviewServer(anonymity, 2);
    const { author, coordinator, reviewers } = server;
    const id = await submitPractice(server, author.id);
    const words = reviewers.flatMap((reviewer, index) => [
      reviewer.id,
      reviewer.email,
      ["Quillfeather", "Inkwellson"][index] ?? "",
    ]);
    const consents = { mayPublish: "yes", signs: "yes", listed: "yes" };
    const path = `/contributions/${id}/review`;
    const before = await everythingOf(server, author, id);
    const all: string[] = [];
    const look = async (when: string, more: readonly string[] = []) => {
      const found = await everythingOf(server, author, id, more);
      expect(found.size).toBeGreaterThan(15);
      all.push(...leaks(before, found, words).map((leak) => `${when}: ${leak}`));
      return found;
    };
    const assignments = await openAndInvite(server, id);
    await look("invited");
    for (const [index, assignment] of assignments.entries())
      await review(reviewers[index]?.browser as BrowserStandIn, assignment, {}, consents);
    await look("reviewed");
    const discussed = `/contributions/${id}/discussion`;
    const question = { form: "thread", title: "Which disputes?", quote: "Fewer disputes.", text: "Please say." };
    const begun = await send(reviewers[1].browser, discussed, question);
    const thread = begun.headers.get("Location") ?? "";
    await send(author.browser, thread, { form: "reply", quoted: "1", quote: "Please say.", text: "Of **all** kinds." });
    await send(reviewers[0].browser, thread, { form: "reply", quoted: "2", quote: "Of all kinds", text: "Thank you." });
    await send(reviewers[1].browser, thread, { form: "reply", text: "Then it is settled." });
    const talked = (await look("talked")).get(thread) ?? "";
    expect(talked, "who reviews is called by their place").toContain("Reviewer 1");
    expect(talked).toContain("Reviewer 2");
    expect(countOf(talked, 'id="message-')).toBe(4);
    expect((await reviewers[0].browser.get(thread)).status).toBe(200);
    expect((await server.browser().get(thread)).status, "nobody else is let in").toBe(302);
    expect(await (await coordinator.browser.get(thread)).text(), "coordinators know").toContain("Rolf Inkwellson");
    expect((await decide(coordinator.browser, id, "request-changes")).status).toBe(302);
    const read = await look("changes requested");
    expect(read.get(path), "what reviewers wrote does reach the authors").toContain("Say how many disputes.");
    for (const [page, text] of read) expect(text, page).not.toContain("Between us: solid.");
    const names = [...(read.get(`${path}/answer`) ?? "").matchAll(/name="(response\.[\w-]+)"/g)].map(
      ([, name = ""]) => name,
    );
    const answers = Object.fromEntries(names.map((name) => [name, "Twelve."]));
    await send(author.browser, `${path}/answer`, { form: "responses", ...answers });
    await send(author.browser, `${path}/answer`, { form: "resubmit" });
    await look("second round");
    // The other side: what reviewers read while they review.
    const again = await openAssignment(server, reviewers[0].id);
    const theirs = await collect(reviewers[0].browser, ["/reviews", `/reviews/${again}`, `/reviews/${assignments[0]}`]);
    expect([...theirs.keys()], "their pages lead to the discussion").toContain(thread);
    for (const [page, text] of theirs) {
      if (!/^\/(reviews|contributions|threads)/.test(page)) continue;
      for (const word of [author.id, author.email, "Authorsson"])
        if (anonymity === "both-hidden") expect(countOf(text, word), `${page} tells of ${word}`).toBe(0);
      expect(text, "nor who else reviews").not.toContain("Inkwellson");
    }
    await review(reviewers[0].browser, again, {}, consents);
    const readText = await (await reviewers[0].browser.get(`/reviews/${again}/text`)).text();
    expect(readText).toContain("Two mediators listen.");
    expect(readText.includes("office@city.example"), "whom to ask").toBe(anonymity !== "both-hidden");
    await review(reviewers[1].browser, await openAssignment(server, reviewers[1].id), {}, consents);
    expect((await decide(coordinator.browser, id, "accept", "2")).status).toBe(302);
    await send(author.browser, path, { form: "agree", publishes: "yes" });
    await look("accepted");
    const label = { label_en: "Housing", label_fr: "Logement", label_es: "Vivienda" };
    await server.services.db
      .insertInto("term")
      .values({ vocabulary: "theme", code: "housing", position: 1, ...label })
      .execute();
    await send(coordinator.browser, `/contributions/${id}/publish`, { form: "publish", note: "" });
    await server.services.syncIndex();
    const practice = "/practices/own-city-mediators-in-every-quarter";
    const published = await look("published", [
      `/api/v1${practice}`,
      `${practice}/v1`,
      `/reviews/of/${practice.slice(11)}`,
    ]);
    for (const page of [practice, `${practice}.data`, `${practice}/v1`, `/api/v1${practice}`])
      expect(published.get(page), page).toContain("Two mediators listen.");
    expect(published.get(`/reviews/of/${practice.slice(11)}`), "what was agreed to").toContain(
      "Say how many disputes.",
    );
    expect(published.get("/search/feed.atom?q=mediators")).toContain("Mediators in every quarter");
    expect(published.get("/account/export.zip")).toContain("Mediators in every quarter");
    expect(all).toEqual([]);
  });

test("open: names stand where all agreed, in the list of the year and on a certificate", async () => {
  const server = await startReviewServer("open", 1);
  const { author, coordinator, reviewers } = server;
  const { db } = server.services;
  const id = await submitPractice(server, author.id);
  const [assignment = ""] = await openAndInvite(server, id, [reviewers[0]]);
  const year = server.services.now().getUTCFullYear();
  await review(reviewers[0].browser, assignment, {}, { mayPublish: "yes", signs: "yes", listed: "yes" });
  await decide(coordinator.browser, id, "accept");
  expect(await (await author.browser.get(`/contributions/${id}/review`)).text()).toContain("Reva Quillfeather");
  expect(await (await server.browser().get(`/reviewers/${year}`)).text()).toContain("Reva Quillfeather");
  const certificate = await reviewers[0].browser.get(`/reviews/certificate/${year}.pdf`);
  expect(certificate.headers.get("Content-Type")).toBe("application/pdf");
  expect((await certificate.arrayBuffer()).byteLength).toBeGreaterThan(1000);
  expect((await reviewers[1].browser.get(`/reviews/certificate/${year}.pdf`)).status).toBe(404);
  await publishAsItStands(server, id);
  const statusOfReviews = async () => {
    const { status } = await server.browser().get("/reviews/of/a-practice");
    expect(await hasPublishedReviews(db, "a-practice"), "its page leads to them when they are there").toBe(
      status === 200,
    );
    return status;
  };
  expect(await statusOfReviews(), "the authors have not agreed").toBe(404);
  await send(author.browser, `/contributions/${id}/review`, { form: "agree", publishes: "yes" });
  expect(await statusOfReviews()).toBe(200);
  const read = await (await server.browser().get("/reviews/of/a-practice")).text();
  expect(read).toContain("Say how many disputes.");
  expect(read).toContain("Reva Quillfeather");
  expect(read).not.toContain("Between us");
  const profile = `/people/${reviewers[0].id}`;
  const credited = await (await reviewers[0].browser.get(profile)).text();
  expect(credited).toContain(`href="/reviewers/${year}"`);
  expect(credited).toContain('href="/practices/a-practice"');
  await send(reviewers[0].browser, `/reviews/${assignment}`, { form: "consents", mayPublish: "yes" });
  const uncredited = await (await reviewers[0].browser.get(profile)).text();
  expect(uncredited, "what one takes back").not.toMatch(/href="\/(reviewers|practices\/a-practice)/);
  expect(await (await server.browser().get("/reviews/of/a-practice")).text()).not.toContain("Quillfeather");
  await send(author.browser, `/contributions/${id}/review`, { form: "agree", publishes: "" });
  expect(await statusOfReviews(), "the authors have thought better of it").toBe(404);
  await send(author.browser, `/contributions/${id}/review`, { form: "agree", publishes: "yes" });
  expect(await statusOfReviews()).toBe(200);
  await send(reviewers[0].browser, `/reviews/${assignment}`, { form: "consents" });
  expect(await statusOfReviews(), "who wrote it has not agreed").toBe(404);
});

test("reviewers-hidden: reviews that are published bear no name, whoever would sign", async () => {
  const server = await startReviewServer("reviewers-hidden", 1);
  const { author, coordinator, reviewers } = server;
  const id = await submitPractice(server, author.id);
  const [assignment = ""] = await openAndInvite(server, id, [reviewers[0]]);
  await review(reviewers[0].browser, assignment, {}, { mayPublish: "yes", signs: "yes", listed: "yes" });
  await decide(coordinator.browser, id, "accept");
  await publishAsItStands(server, id);
  await send(author.browser, `/contributions/${id}/review`, { form: "agree", publishes: "yes" });
  const read = await (await server.browser().get("/reviews/of/a-practice")).text();
  expect(read).toContain("Say how many disputes.");
  expect(read).not.toContain("Quillfeather");
});

/** Published without a version, to see who may read the reviews. */
async function publishAsItStands({ services: { db, now } }: OnServer, id: string): Promise<void> {
  const at = now().toISOString();
  const entry = { id: "a-practice", kind: "practice", title: "Mediators", language: "en" } as const;
  await db
    .insertInto("entry")
    .values({ ...entry, published_at: at, created_at: at, updated_at: at })
    .execute();
  await db.updateTable("contribution").set({ status: "published", entry_id: entry.id }).where("id", "=", id).execute();
}
