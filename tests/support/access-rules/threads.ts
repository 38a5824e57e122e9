import {
  type AccessRule,
  type AccessRules,
  administrators,
  everyone,
  none,
  type Role,
  roles,
  signedIn,
} from "./access-rule";

/** Who belongs to any network, and administrators: they take part in what is public. */
const participants = roles.filter((role) => role !== "nobody" && role !== "person");
/** Who takes part in the review of what the member wrote. */
const reviewing: readonly Role[] = ["member", "reviewer", "coordinator"];

const begin = { form: "thread", title: "Mine", text: "Mine." };
const reply = { form: "reply", text: "Mine." };
const report = { form: "report", reason: "Mine." };
const remove = { form: "remove", reason: "Mine." };

const discussion = (entry: string): AccessRule => ({
  at: `${entry}/discussion`,
  get: everyone,
  post: participants,
  form: begin,
});

/** What is said about what is published, and about what is reviewed. */
export const threads: AccessRules = {
  "/practices/:slug/discussion": discussion("/practices/douala-participatory-budget"),
  "/case-studies/:slug/discussion": discussion("/case-studies/vienna-from-an-idea-to-an-office"),
  "/documents/:slug/:eid/discussion": discussion("/documents/hrgl-2023/recommendation-8"),
  "/contributions/:id/discussion": [
    { at: "/contributions/{draft}/discussion", get: none, post: none, form: begin },
    { at: "/contributions/{reviewed}/discussion", get: reviewing, post: reviewing, form: begin },
  ],
  // The member began both threads.
  "/threads/:id": [
    { at: "/threads/{thread}", get: everyone, post: participants, form: reply },
    { at: "/threads/{thread}", post: ["member", "administrator"], form: { form: "resolve" } },
    { at: "/threads/{thread}", post: administrators, form: { form: "lock" } },
    { at: "/threads/{thread}", post: signedIn, form: { form: "follow" } },
    { at: "/threads/{reviewThread}", post: reviewing, form: { form: "follow" } },
    { at: "/threads/{reviewThread}", get: reviewing, post: reviewing, form: reply },
    { at: "/threads/{reviewThread}", post: ["coordinator"], form: { form: "lock" } },
  ],
  "/threads/:id/:number": [
    { at: "/threads/{thread}/1", get: everyone, post: signedIn, form: report },
    { at: "/threads/{thread}/1", post: ["member"], form: { form: "take-back", sure: "yes" } },
    { at: "/threads/{thread}/1", post: ["member"], form: { form: "edit", text: "Mine." } },
    { at: "/threads/{thread}/1", post: administrators, form: remove },
    { at: "/threads/{thread}/1", post: administrators, form: { form: "dismiss" } },
    { at: "/threads/{reviewThread}/1", get: reviewing, post: reviewing, form: report },
    { at: "/threads/{reviewThread}/1", post: ["coordinator"], form: remove },
  ],
  "/admin/reports": { get: administrators },
};
