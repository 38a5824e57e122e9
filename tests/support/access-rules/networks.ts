import {
  type AccessRule,
  type AccessRules,
  administrators,
  coordinators,
  everyone,
  type Fields,
  none,
  read,
  signedIn,
} from "./access-rule";

/** A page where the coordinators of `own` work. */
const desk = (page: string, ...forms: Fields[]): AccessRule[] =>
  forms.map((form) => ({ at: `/networks/own/${page}`, get: coordinators, post: coordinators, form }));

/** Networks, their members and their desks. */
export const networks: AccessRules = {
  "/networks": read,
  "/networks/new": {
    get: administrators,
    post: administrators,
    form: { form: "new-network", name: "Mine", summary: "Mine.", language: "en", coordinator: "me@city.example" },
  },
  "/networks/:slug": [
    // By invitation alone: only who belongs to it has something to send.
    {
      at: "/networks/own",
      get: everyone,
      post: ["member", "reviewer", "official", "coordinator"],
      form: { form: "join", note: "Let me in." },
    },
    { at: "/networks/asking", get: everyone, post: signedIn, form: { form: "join", note: "Let me in." } },
  ],
  "/networks/:slug/members": desk(
    "members",
    { form: "accept", person: "{asking}" },
    { form: "decline", person: "{asking}" },
  ),
  "/networks/:slug/members/:person": desk(
    "members/{member}",
    { form: "roles", roles: ["coordinator"] },
    { form: "official", cities: ["own-city"] },
    { form: "remove", sure: "yes" },
  ),
  "/networks/:slug/cities": desk(
    "cities",
    { form: "add-city", city: "other-city" },
    { form: "remove-city", city: "own-city" },
  ),
  "/networks/:slug/queue": { at: "/networks/own/queue", get: coordinators },
  "/networks/:slug/statistics": { at: "/networks/own/statistics", get: coordinators },
  "/networks/:slug/edit": desk("edit", {
    form: "edit-network",
    name: "Taken over",
    summary: "By somebody else.",
    language: "en",
  }),
  "/networks/:slug/policies": desk("policies", {
    form: "policies",
    joinPolicy: "open",
    reviewsNeeded: "1",
    anonymity: "open",
  }),
  "/networks/:slug/rubric": desk("rubric", { form: "rubric", "criterion.0.title": "Mine" }),
  "/networks/:slug/invitations": desk(
    "invitations",
    { form: "invite", emails: "me@city.example", roles: ["coordinator"] },
    { form: "withdraw", invitation: "{invitation}" },
    { form: "resend", invitation: "{invitation}" },
  ),
  // It is for somebody else, and that is a refusal.
  "/invitations": { get: signedIn, post: none, form: { form: "accept-invitation", invitation: "{invitation}" } },
};
