import { join } from "node:path";
import type { BrowserContext } from "playwright/test";
import { openDatabase } from "~db/client.server";
import { decide, type OnServer, openAndInvite, review, send, submitPractice, wholeReview } from "./review-server";
import { signInMember } from "./writer";

const network = "cities-for-housing";

/** Who works on the pages of a review, each in a browser of their own. */
export interface ReviewContexts {
  author: BrowserContext;
  coordinator: BrowserContext;
  reviewer: BrowserContext;
}

/** Contributions in every stage of a review, on the server under test. @returns the paths of the pages, by who sees them */
export async function stageReviews(contexts: ReviewContexts) {
  const { db, close } = openDatabase(databaseFile());
  try {
    await db.updateTable("network").set({ anonymity: "open", reviews_needed: 1 }).where("id", "=", network).execute();
    const author = await signInMember(contexts.author, "anselm.stages@city.example", { network });
    const coordinator = await signInMember(contexts.coordinator, "cora.stages@city.example", {
      network,
      coordinator: 1,
    });
    const reviewer = await signInMember(contexts.reviewer, "rosa.stages@city.example", { network, reviewer: 1 });
    // Besides, two whom one could ask: one for whom much speaks, one with a conflict of interest.
    const others = await contexts.reviewer.browser()?.newContext();
    if (others) {
      await signInMember(others, "ruben.stages@city.example", { network, reviewer: 1 });
      await signInMember(others, "ria.stages@city.example", { network, reviewer: 1, city: "vienna" });
      await others.close();
    }
    await db
      .updateTable("person")
      .set({ listed: 1, orcid: "0000-0002-1825-0097" })
      .where("id", "=", reviewer.id)
      .execute();
    const server: OnServer = { services: { db, now: () => new Date() } };
    const all = { ...server, coordinator, reviewers: [reviewer] };
    const begin = (title: string) => submitPractice(server, author.id, network, { title, city: "vienna" });
    const invited = async (title: string) => {
      const id = await begin(title);
      await openAndInvite(all, id, [reviewer]);
      return { id, assignment: await assignmentOf(id, 1) };
    };
    const reviewed = async (title: string) => {
      const one = await invited(title);
      await review(reviewer.browser, one.assignment, {}, { mayPublish: "yes", signs: "yes", listed: "yes" });
      return one;
    };
    const decided = async (title: string, verb: string) => {
      const one = await reviewed(title);
      await decide(coordinator.browser, one.id, verb);
      return one;
    };
    const answer = async (id: string) => {
      const path = `/contributions/${id}/review/answer`;
      const page = await (await author.browser.get(path)).text();
      const names = [...page.matchAll(/name="(response\.[\w-]+)"/g)].map(([, name = ""]) => [name, "Twelve."]);
      await send(author.browser, path, { form: "responses", ...Object.fromEntries(names) });
      await send(author.browser, path, { form: "resubmit" });
    };
    const publish = async (id: string, note = "") => {
      await send(coordinator.browser, `/contributions/${id}/publish`, { form: "publish", note });
      const row = await db.selectFrom("contribution").where("id", "=", id).select("entry_id").executeTakeFirstOrThrow();
      return row.entry_id ?? "";
    };

    const submitted = await begin("A practice that has come in");
    const asked = await invited("A practice for which a reviewer is asked");
    const again = await decided("A practice in its second round", "request-changes");
    await answer(again.id);
    const second = await assignmentOf(again.id, 2);
    await send(reviewer.browser, `/reviews/${second}`, { form: "accept-review", conflict: "" });
    await send(reviewer.browser, `/reviews/${second}`, { form: "review", ...wholeReview() });
    const complete = await reviewed("A practice whose reviews are in");
    const changes = await decided("A practice that is to be changed", "request-changes");
    const accepted = await decided("A practice that was accepted", "accept");
    const published = await decided("A practice that was published", "accept");
    await send(author.browser, `/contributions/${published.id}/review`, { form: "agree", publishes: "yes" });
    const entry = await publish(published.id);
    const revised = await author.browser.submit(`/contributions/${published.id}/revise`, { form: "revise" });
    const next = /^\/contributions\/([\w-]+)/.exec(revised.headers.get("Location") ?? "")?.[1] ?? "";
    await db
      .updateTable("contribution_field")
      .set({ value: "Twelve disputes fewer." })
      .where("contribution_id", "=", next)
      .where("field", "=", "results")
      .execute();
    await send(author.browser, `/contributions/${next}/submit`, { form: "submit", network });
    const seen = { seenStatus: "submitted", seenRound: "0" };
    await send(coordinator.browser, `/contributions/${next}/review`, {
      form: "accept-unreviewed",
      reason: "",
      ...seen,
    });
    await publish(next, "The number is told.");
    const year = new Date().getUTCFullYear();
    return {
      coordinator: {
        queue: `/networks/${network}/queue`,
        statistics: `/networks/${network}/statistics`,
        rubric: `/networks/${network}/rubric`,
        "what has come in": `/contributions/${submitted}/review`,
        "reviewers to invite": `/contributions/${asked.id}/review/reviewers`,
        "a round": `/contributions/${again.id}/review`,
        deciding: `/contributions/${complete.id}/review/decide`,
        publishing: `/contributions/${accepted.id}/publish`,
        retiring: `/contributions/${next}/retire`,
      },
      reviewer: {
        "own reviews": "/reviews",
        invitation: `/reviews/${asked.assignment}`,
        "review form": `/reviews/${second}`,
        "reviewed text": `/reviews/${second}/text`,
        "what has changed": `/reviews/${second}/changed`,
        "sending a review": `/reviews/${second}/submit`,
        "a written review": `/reviews/${complete.assignment}`,
        notifications: "/notifications",
      },
      author: {
        "reviews for authors": `/contributions/${changes.id}/review`,
        answering: `/contributions/${changes.id}/review/answer`,
        files: `/contributions/${changes.id}/files`,
        revising: `/contributions/${next}/revise`,
        comparing: `/practices/${entry}/compare`,
        "published practice": `/practices/${entry}`,
        "published reviews": `/reviews/of/${entry}`,
        "reviewers of a year": `/reviewers/${year}`,
        "a reviewer": `/people/${reviewer.id}`,
      },
    };

    async function assignmentOf(id: string, round: number): Promise<string> {
      const row = await db
        .selectFrom("review_assignment as assignment")
        .innerJoin("review", "review.id", "assignment.review_id")
        .innerJoin("review_round as round", "round.id", "review.round_id")
        .where("round.contribution_id", "=", id)
        .where("round.number", "=", round)
        .select("assignment.id")
        .executeTakeFirstOrThrow();
      return row.id;
    }
  } finally {
    await close();
  }
}

/** Somebody is asked for a review, in a browser of theirs; the coordinator's is not needed afterwards. */
export async function inviteToReview(
  reviewing: BrowserContext,
  coordinating: BrowserContext,
): Promise<{ title: string }> {
  const title = "A practice that waits for its reviewer";
  const { db, close } = openDatabase(databaseFile());
  try {
    const place = { network: "writers-against-racism-network" };
    const coordinator = await signInMember(coordinating, "cleo.keys@city.example", { ...place, coordinator: 1 });
    const reviewer = await signInMember(reviewing, "reva.keys@city.example", { ...place, reviewer: 1 });
    const author = await signInMember(coordinating, "abel.keys@city.example", place);
    const server = { services: { db, now: () => new Date() }, coordinator, reviewers: [reviewer] };
    const id = await submitPractice(server, author.id, place.network, { title, city: "vienna" });
    await openAndInvite(server, id, [reviewer]);
    return { title };
  } finally {
    await close();
  }
}

const databaseFile = () => join(process.env.POLYLOGUE_MAIL ?? "", "..", "polylogue.sqlite");
