import { type AccessRule, type AccessRules, type Fields, none, read, readAt, signedIn } from "./access-rule";

/** An accepted assignment of the network's reviewer. */
const ofReview = (page: string, form?: Fields): AccessRule => ({
  at: `/reviews/{assignment}${page}`,
  get: ["reviewer"],
  ...(form && { post: ["reviewer"], form }),
});

/** Reviewing, and the credit for it. */
export const reviews: AccessRules = {
  // A coordinator who was slower than another reads what stands, and not that there is nothing.
  "/contributions/:id/review": [
    { at: "/contributions/{draft}/review", get: none, post: none },
    {
      at: "/contributions/{submitted}/review",
      get: ["member", "coordinator"],
      post: ["member", "coordinator"],
      form: { form: "decline", reason: "No.", seenStatus: "submitted", seenRound: "0" },
    },
    {
      at: "/contributions/{reviewed}/review",
      get: ["member", "coordinator"],
      post: ["member", "coordinator"],
      form: { form: "cancel", assignment: "{assignment}" },
    },
  ],
  "/contributions/:id/review/reviewers": {
    at: "/contributions/{reviewed}/review/reviewers",
    get: ["coordinator"],
    post: ["coordinator"],
    form: { form: "invite", reviewer: "{member}", days: "21" },
  },
  "/contributions/:id/review/decide": {
    at: "/contributions/{reviewed}/review/decide",
    get: ["coordinator"],
    post: ["coordinator"],
    form: { form: "decide", verb: "accept", seenStatus: "in-review", seenRound: "1" },
  },
  "/contributions/:id/review/answer": {
    at: "/contributions/{reviewed}/review/answer",
    get: none,
    post: none,
    form: { form: "resubmit" },
  },
  "/reviews": { get: signedIn },
  // Who has reviewed nothing has no certificate, and what is published without reviews shows none.
  "/reviews/certificate/:file": { at: "/reviews/certificate/2026.pdf", get: none },
  "/reviews/of/:slug": { at: "/reviews/of/douala-participatory-budget", get: none },
  "/reviewers": read,
  "/reviewers/:year": readAt(`/reviewers/${new Date().getUTCFullYear()}`),
  "/reviews/:id": ofReview("", { form: "decline-review", reason: "time" }),
  "/reviews/:id/text": ofReview("/text"),
  "/reviews/:id/changed": { at: "/reviews/{assignment}/changed", get: none },
  "/reviews/:id/submit": ofReview("/submit", { form: "submit-review" }),
  "/reviews/:id/changes": ofReview("/changes"),
  "/reviews/:id/save": {
    at: "/reviews/{assignment}/save",
    post: ["reviewer"],
    form: { "revision.strengths": "0", strengths: "Mine" },
  },
};
