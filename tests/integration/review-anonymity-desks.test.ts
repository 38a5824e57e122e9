import { expect, test } from "vitest";
import { mailNews } from "~/domain/notifications/mail-news.server";
import type { BrowserStandIn } from "../support/browser-stand-in";
import { openAndInvite, review, send, startReviewServer, submitPractice } from "../support/review-server";

/** What the page of who could be asked says of somebody. */
const reasonsFor = (page: string, id: string) => page.split(`id="why-${id}"`)[1]?.split("</ul>")[0] ?? "";

for (const anonymity of ["reviewers-hidden", "both-hidden", "open"] as const)
  test(`${anonymity}: an author who coordinates and administers learns no more of who reviews them than others do`, async () => {
    const server = await startReviewServer(anonymity);
    const { author, second, reviewers } = server;
    const { db, now, postman } = server.services;
    const [reviewer] = reviewers;
    const another = await server.person("Alma Other", [{ in: "own", coordinator: true }], { administrator: true });
    await db.updateTable("membership").set({ coordinator: 1 }).where("person_id", "=", author.id).execute();
    await db.updateTable("person").set({ administrator: 1 }).where("id", "=", author.id).execute();
    const elsewhere = await submitPractice(server, second.id);
    await openAndInvite({ ...server, coordinator: another }, elsewhere, []);

    const read = async (browser: BrowserStandIn) => {
      const text = async (path: string) => (await browser.get(path)).text();
      const both = async (path: string) => `${await text(path)}${await text(`${path}.data`)}`;
      return {
        statistics: await both("/networks/own/statistics"),
        log: `${await both("/admin/audit")}${await text(`/admin/audit?person=${reviewer.id}`)}`,
        export: await text("/admin/audit/export.csv"),
        mails: await both("/admin/mail"),
        load: reasonsFor(await text(`/contributions/${elsewhere}/review/reviewers`), reviewer.id),
        queue: await both("/networks/own/queue"),
      };
    };
    const before = await read(author.browser);
    expect(before.load, "the page of who could be asked is read").toContain("<li");

    const id = await submitPractice(server, author.id);
    const [assignment = "", other = ""] = await openAndInvite({ ...server, coordinator: second }, id);
    await review(reviewer.browser, assignment, {}, { mayPublish: "yes", signs: "yes", listed: "yes" });
    const question = { form: "thread", title: "Which disputes?", text: "Please say." };
    const begun = await send(reviewer.browser, `/contributions/${id}/discussion`, question);
    await mailNews(db, { rhythm: "now", origin: server.origin }, now());
    server.wait(60_000);
    // Nothing but the answer to their question is told in the mail that follows.
    await send(author.browser, begun.headers.get("Location") ?? "", { form: "reply", text: "Of all kinds." });
    await mailNews(db, { rhythm: "now", origin: server.origin }, now());
    await postman.deliver();

    const theirs = await read(author.browser);
    const others = await read(another.browser);
    for (const [page, word] of [
      ["statistics", "Quillfeather"],
      ["statistics", "Inkwellson"],
      ["log", assignment],
      ["log", "Quillfeather"],
      ["export", reviewer.id],
      ["export", other],
      ["mails", reviewer.email],
      ["mails", reviewers[1].email],
    ] as const) {
      expect(others[page], `${page}: who did not write it knows`).toContain(word);
      const told = theirs[page].split(word).length > before[page].split(word).length;
      expect(told, `${page} tells the author of ${word}`).toBe(anonymity === "open");
    }
    expect(others.load).not.toBe(before.load);
    expect(theirs.load === before.load, "how much somebody has to review").toBe(anonymity !== "open");
    expect(theirs.queue).not.toContain("Quillfeather");
    expect(theirs.mails, "their own mails are theirs").toContain(author.email);
  });
