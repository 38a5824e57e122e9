import { openAndInvite, type ReviewServer, review, send, submitPractice } from "./review-server";

/** Contributions on each step of a review. */
export async function makeReviewStates(server: ReviewServer & { others: ReviewServer["reviewers"] }) {
  const { author, coordinator, reviewers } = server;
  const { db } = server.services;
  await db.updateTable("network").set({ reviews_needed: 1 }).where("id", "=", "own").execute();
  const next = () => submitPractice(server, author.id);
  const submitted = await next();
  const declined = await next();
  await send(coordinator.browser, `/contributions/${declined}/review`, {
    ...{ form: "decline", reason: "No.", seenStatus: "submitted", seenRound: "0" },
  });
  const changes = await next();
  const [first = ""] = await openAndInvite(server, changes, [reviewers[0]]);
  await review(reviewers[0].browser, first);
  await send(coordinator.browser, `/contributions/${changes}/review/decide`, {
    ...{ form: "decide", verb: "request-changes", reason: "See.", seenStatus: "in-review", seenRound: "1" },
  });
  const reviewed = await next();
  const [done = ""] = await openAndInvite(server, reviewed, [reviewers[0]]);
  await review(reviewers[0].browser, done, {}, { mayPublish: "yes" });
  const reviewing = await next();
  const [invited = "", accepted = ""] = await openAndInvite(server, reviewing);
  await send(reviewers[1].browser, `/reviews/${accepted}`, { form: "accept-review", conflict: "" });
  const reviewedByOthers = await next();
  const others = await openAndInvite(server, reviewedByOthers, server.others);
  // One form decides about each.
  const spares = [await next(), await next(), await next(), await next()];
  return {
    submitted,
    declined,
    changes,
    reviewed,
    done,
    reviewing,
    invited,
    accepted,
    reviewedByOthers,
    others,
    spares,
  };
}
