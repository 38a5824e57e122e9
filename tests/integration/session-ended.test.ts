import { expect, test } from "vitest";
import type { BrowserStandIn } from "../support/browser-stand-in";
import { formsInPage, type PageForm } from "../support/forms-in-page";
import { startNetworkServer } from "../support/network-server";
import { decide, openAndInvite, review, startReviewServer, submitPractice } from "../support/review-server";

const english = { "Accept-Language": "en" };

const valuesOf = ({ name, fields }: PageForm) => ({
  ...(name && { form: name }),
  ...Object.fromEntries(fields.map((field) => [field.name, field.values])),
});

const formNamed = (page: string, path: string, name: string): PageForm => {
  const found = formsInPage(page, path).find((form) => form.name === name);
  if (!found) throw new Error(`${path} has no form “${name}”.`);
  return found;
};

/**
 * Sends a form without a session, and what the answer holds once more, signed in.
 * @returns the page on which the texts are back in their fields
 */
async function loseSession(
  [out, signedIn]: [BrowserStandIn, BrowserStandIn],
  path: string,
  fields: Record<string, string>,
  written: string[],
): Promise<string> {
  const ended = await out.submit(path, fields, english);
  const kept = await ended.text();
  expect(ended.status, path).toBe(401);
  expect(kept, path).toContain("<title>Your session has ended · Polylogue</title>");
  for (const text of written) expect(kept.split(text).length, `“${text}” is kept, and seen`).toBeGreaterThan(2);
  const form = formNamed(kept, path, fields.form ?? "");
  const resumed = await signedIn.submit(form.path, valuesOf(form), english);
  const page = await resumed.text();
  expect([resumed.status, page.includes("<title>Error:")], path).toEqual([200, false]);
  expect(page).toContain("nothing has been sent yet");
  const shown = formNamed(page, path, fields.form ?? "").fields.flatMap(({ kind, values }) =>
    kind === "text" ? values : [],
  );
  for (const text of written) expect(shown, `“${text}” is back in its field`).toContain(text);
  return page;
}

test("what was typed into a discussion is back in its fields after signing in again, and is sent by hand", async () => {
  const server = await startNetworkServer({ seeds: true });
  const { db } = server.services;
  await server.network("own");
  const writer = await server.person("Wanda Writer", [{ in: "own" }]);
  const reader = await server.person("Rita Reader", [{ in: "own" }]);
  const discussion = "/documents/hrgl-2023/recommendation-8/discussion";
  const both: [BrowserStandIn, BrowserStandIn] = [server.browser(), writer.browser];
  const messages = () => db.selectFrom("thread_message").select("text").orderBy("number").execute();

  const begun = { form: "thread", title: "A question", quote: "", text: "Who pays?\n\nAnd how long?" };
  const page = await loseSession(both, discussion, begun, ["A question", begun.text]);
  expect(await messages(), "nothing is sent by itself").toEqual([]);
  const sent = await writer.browser.submit(discussion, valuesOf(formNamed(page, discussion, "thread")));
  const thread = sent.headers.get("Location") ?? "";
  expect(await messages()).toEqual([{ text: begun.text }]);

  const reply = { form: "reply", quoted: "1", quote: "Who pays?", text: "The city does." };
  const answering = await loseSession(both, `${thread}?quote=1`, reply, ["Who pays?", "The city does."]);
  await writer.browser.submit(thread, valuesOf(formNamed(answering, thread, "reply")));
  const { quoted_number } = await db
    .selectFrom("thread_message")
    .where("number", "=", 2)
    .select("quoted_number")
    .executeTakeFirstOrThrow();
  expect(quoted_number, "what it answers to is kept").toBe(1);

  await loseSession(both, `${thread}/1`, { form: "edit", seen: "", text: "Who pays for it?" }, ["Who pays for it?"]);
  const reported = { form: "report", reason: "It is no question." };
  await loseSession([server.browser(), reader.browser], `${thread}/2`, reported, [reported.reason]);
  expect(await db.selectFrom("thread_report").selectAll().execute()).toEqual([]);

  for (const hidden of [`${thread}9`, "/contributions/unknown/edit", "/contributions/unknown/discussion"])
    expect(await (await writer.browser.get(hidden, english)).text(), "a page that is not there has a title").toMatch(
      /<title>[^<]+ · Polylogue<\/title>/,
    );
  // A mere button has nothing to give back: it is pressed again.
  const pressed = await (await server.browser().submit(thread, { form: "resolve" }, english)).text();
  const button = formNamed(pressed, thread, "resolve");
  expect((await writer.browser.submit(button.path, valuesOf(button))).status).toBe(302);
  expect((await db.selectFrom("thread").select("resolved_at").executeTakeFirstOrThrow()).resolved_at).not.toBeNull();
});

test("the reason of a decision is back in its field; where somebody else has decided, it is shown with who that was", async () => {
  const server = await startReviewServer("open", 1);
  const { author, coordinator, second, reviewers } = server;
  const both: [BrowserStandIn, BrowserStandIn] = [server.browser(), coordinator.browser];
  const id = await submitPractice(server, author.id);
  const path = `/contributions/${id}/review`;
  const submitted = { seenStatus: "submitted", seenRound: "0" };
  await loseSession(both, path, { form: "return", reason: "Name the city.", ...submitted }, ["Name the city."]);
  const [assignment = ""] = await openAndInvite(server, id, [reviewers[0]]);
  await review(reviewers[0].browser, assignment);
  const deciding = { form: "decide", verb: "decline", seenStatus: "in-review", seenRound: "1" };
  await loseSession(both, `${path}/decide`, { ...deciding, reason: "Too thin." }, ["Too thin."]);

  expect((await decide(second.browser, id, "request-changes")).status).toBe(302);
  // Wrong in itself, and overtaken: there is no form any more that could hold it.
  const wrong = `Not \u202e mine, but dear`;
  for (const [where, fields] of [
    [`${path}/decide`, { ...deciding, reason: wrong }],
    [`${path}/decide`, { ...deciding, reason: wrong, resumed: "1" }],
    [path, { form: "return", reason: wrong, ...submitted }],
    [path, { form: "accept-unreviewed", reason: wrong, ...submitted }],
  ] as const) {
    const late = await coordinator.browser.submit(where, fields, english);
    const page = await late.text();
    expect([late.status, page.includes("Decided by Conrad Coordes"), page.includes(wrong)], where).toEqual([
      ...[409, true, true],
    ]);
  }
});
