/** Who asks, in the tests of access. */
export const roles = [
  "nobody",
  "person",
  "member",
  "reviewer",
  "official",
  "coordinator",
  "otherMember",
  "otherReviewer",
  "otherOfficial",
  "otherCoordinator",
  "administrator",
] as const;
export type Role = (typeof roles)[number];

const everyone: readonly Role[] = roles;
const signedIn = roles.filter((role) => role !== "nobody");
const administrators: readonly Role[] = ["administrator"];
/** Of the network called `own`. */
const coordinators: readonly Role[] = ["coordinator", "administrator"];
/** Of any network. */
const anyCoordinator: readonly Role[] = ["coordinator", "otherCoordinator", "administrator"];
const none: readonly Role[] = [];

type Fields = Record<string, string | string[]>;

export interface AccessRule {
  /** Where an object of that kind is: `{draft}`, `{submitted}`, `{deleted}`, `{withdrawn}`, `{hidden}`, `{member}` and `{listed}` are ids of the test. */
  at?: string;
  get?: readonly Role[];
  /** Left out: the address takes no forms. */
  post?: readonly Role[];
  /** What would change something if it were let through; sent by everyone who may not. */
  form?: Fields;
  /** What those send who may, where an empty form is none. */
  allowed?: Fields;
}

const read: AccessRule = { get: everyone };
const readAt = (at: string): AccessRule => ({ at, get: everyone });
const ownPage = (form: Fields): AccessRule => ({ get: signedIn, post: signedIn, form });

/** A page where the coordinators of `own` work. */
const desk = (page: string, ...forms: Fields[]): AccessRule[] =>
  forms.map((form) => ({ at: `/networks/own/${page}`, get: coordinators, post: coordinators, form }));

const curating = (...forms: Fields[]): AccessRule[] =>
  forms.map((form) => ({ at: "/collections/a-collection/edit", get: coordinators, post: coordinators, form }));

const author: readonly Role[] = ["member"];
/** Who reads what was submitted to `own`, and whose facts the city was asked to check. */
const readers: readonly Role[] = ["member", "coordinator", "official"];

const restored = { field: "title", revision: "1" };

const ofDraft = (page: string, post?: Fields): AccessRule => ({
  at: `/contributions/{draft}${page}`,
  get: author,
  ...(post && { post: author, form: post }),
});
const ofSubmitted = (page: string, get: readonly Role[], post?: readonly Role[], form?: Fields): AccessRule => ({
  at: `/contributions/{submitted}${page}`,
  get,
  ...(post && { post, form: form ?? {} }),
});

/** An accepted assignment of the network's reviewer. */
const ofReview = (page: string, form?: Fields): AccessRule => ({
  at: `/reviews/{assignment}${page}`,
  get: ["reviewer"],
  ...(form && { post: ["reviewer"], form }),
});

/** Who may do what at each address of the route manifest. An address that is not here fails the test. */
export const accessRules: Record<string, AccessRule | AccessRule[]> = {
  "/": read,
  "/*": { at: "/there-is-nothing", get: none },
  "/about": read,
  "/opensearch.xml": read,
  "/robots.txt": read,
  "/sitemap.xml": read,
  "/recommendations": read,
  "/coverage": read,
  "/collections": read,
  "/collections/new": {
    get: anyCoordinator,
    post: anyCoordinator,
    form: { form: "new", title: "Mine", summary: "Mine.", text: "", language: "en", network: "own" },
  },
  "/collections/add": {
    at: "/collections/add?entry=own-city",
    get: anyCoordinator,
    post: anyCoordinator,
    form: { form: "feature", entry: "own-city", place: "own" },
  },
  "/collections/:slug": [readAt("/collections/a-collection"), { at: "/collections/unpublished", get: coordinators }],
  "/collections/:slug/edit": curating(
    { form: "texts", title: "Mine", summary: "Mine.", text: "", language: "en" },
    { form: "remove", entry: "own-city" },
    { form: "note", entry: "own-city", note: "Mine." },
    { form: "publish", changeNote: "Mine.", version: "1" },
    { form: "removePicture" },
  ),
  "/collections/:slug/:version": [
    readAt("/collections/a-collection/v1"),
    { at: "/collections/unpublished/v1", get: none },
  ],
  "/calls": read,
  "/calls/new": {
    get: anyCoordinator,
    post: anyCoordinator,
    form: { form: "call", title: "Mine", text: "Mine.", language: "en", network: "own" },
  },
  "/calls/:id": [
    { at: "/calls/{callDraft}", get: coordinators, post: coordinators, form: { form: "publish" } },
    { at: "/calls/{call}", get: everyone, post: coordinators, form: { form: "close" } },
  ],
  "/calls/:id/edit": {
    at: "/calls/{callDraft}/edit",
    get: coordinators,
    post: coordinators,
    form: { form: "call", title: "Mine", text: "Mine.", language: "en", network: "own" },
  },
  "/documents": read,
  "/documents/:slug": readAt("/documents/hrgl-2023"),
  "/documents/:slug/:eid": readAt("/documents/hrgl-2023/recommendation-8"),
  "/documents/:slug/versions/:number": { at: "/documents/hrgl-2023/versions/99", get: none },
  "/practices": read,
  "/practices/:slug": readAt("/practices/douala-participatory-budget"),
  "/practices/:slug/:version": readAt("/practices/douala-participatory-budget/v1"),
  "/practices/:slug/compare": readAt("/practices/douala-participatory-budget/compare"),
  "/case-studies": read,
  "/case-studies/:slug": readAt("/case-studies/vienna-from-an-idea-to-an-office"),
  "/case-studies/:slug/:version": readAt("/case-studies/vienna-from-an-idea-to-an-office/v1"),
  "/case-studies/:slug/compare": readAt("/case-studies/vienna-from-an-idea-to-an-office/compare"),
  "/tools": read,
  "/tools/:slug": readAt("/tools/participatory-budgeting"),
  "/cities": read,
  "/cities/:slug": readAt("/cities/ariana"),
  "/organisations": read,
  "/organisations/:slug": readAt("/organisations/ohchr"),
  "/cite/*": readAt("/cite/hrgl-2023/recommendation-8"),
  "/search": readAt("/search?q=budget"),
  "/search/help": read,
  "/search/suggest": readAt("/search/suggest?q=budg"),
  "/search/feed.atom": readAt("/search/feed.atom?q=budget"),
  "/practices/feed.atom": read,
  "/case-studies/feed.atom": read,
  "/documents/feed.atom": read,
  "/tools/feed.atom": read,
  "/cities/feed.atom": read,
  "/search/settled": { post: everyone },
  "/search/export.bib": readAt("/search/export.bib?q=budget"),
  "/search/export.csv": readAt("/search/export.csv?q=budget"),
  "/search/export.json": readAt("/search/export.json?q=budget"),
  "/search/export.ris": readAt("/search/export.ris?q=budget"),

  "/api": read,
  "/api/*": { at: "/api/there-is-nothing", get: none },
  "/api/v1/openapi.json": read,
  "/api/v1/search": readAt("/api/v1/search?q=budget"),
  "/api/v1/documents": read,
  "/api/v1/documents/:slug": readAt("/api/v1/documents/hrgl-2023"),
  "/api/v1/documents/:slug/:eid": readAt("/api/v1/documents/hrgl-2023/recommendation-8"),
  "/api/v1/practices": read,
  "/api/v1/practices/:slug": readAt("/api/v1/practices/douala-participatory-budget"),
  "/api/v1/case-studies": read,
  "/api/v1/case-studies/:slug": readAt("/api/v1/case-studies/vienna-from-an-idea-to-an-office"),
  "/api/v1/tools": read,
  "/api/v1/tools/:slug": readAt("/api/v1/tools/participatory-budgeting"),
  // With a personal token, and never with a cookie: tests/integration/api-drafts.test.ts.
  "/api/v1/contributions": { get: none, post: none, form: { type: "practice", title: "Mine" } },
  "/api/v1/contributions/:id": { at: "/api/v1/contributions/{draft}", get: none },
  "/api/v1/cities": read,
  "/api/v1/cities/:slug": readAt("/api/v1/cities/ariana"),

  // Until the installation has a password for them.
  "/admin": { get: administrators },
  "/admin/search": { get: administrators, post: administrators, form: { intent: "add", term: "a", same: "b" } },
  "/admin/documents/new": { get: administrators, post: administrators, form: { form: "upload" } },
  "/admin/documents/:id": {
    at: "/admin/documents/{documentDraft}",
    get: administrators,
    post: administrators,
    form: { form: "merge", at: "1", revision: "0" },
  },
  "/admin/audit": { get: administrators },
  "/admin/audit/export.csv": { get: administrators },
  "/admin/mail": { get: administrators },
  "/admin/jobs": { get: administrators },

  "/register": { get: everyone, post: everyone },
  "/register/first": { get: none, post: everyone },
  "/register/sent": read,
  "/register/erased": read,
  "/confirm": { get: everyone, post: everyone },
  "/sign-in": { get: everyone, post: everyone },
  "/sign-out": { get: everyone, post: everyone },
  "/password/forgotten": { get: everyone, post: everyone },
  "/password/sent": read,
  "/password/new": { get: everyone, post: everyone },
  "/account/notifications": ownPage({ form: "mails", choice: "none" }),
  "/following": ownPage({ form: "follow", kind: "city", id: "ariana" }),
  "/searches": ownPage({ form: "delete", id: "unknown" }),
  "/searches/new": ownPage({ form: "search", name: "Mine", alerts: "daily", query: "" }),
  "/searches/:id": { at: "/searches/unknown", get: none, post: none, form: { name: "Changed", alerts: "off" } },
  "/notifications": ownPage({ form: "read-all", last: "99999" }),
  // Its token is its key: of whoever has none, nothing is known.
  "/unsubscribe": {
    at: "/unsubscribe?token=unknown",
    get: none,
    post: none,
    form: { "List-Unsubscribe": "One-Click" },
  },
  "/account": ownPage({ form: "profile", name: "Changed" }),
  "/account/data": ownPage({ form: "erase", sure: "yes" }),
  "/account/email": ownPage({ form: "email", email: "other@city.example" }),
  "/account/email/confirm": { get: everyone, post: everyone },
  "/account/export.json": { get: signedIn },
  "/account/export.zip": { get: signedIn },
  "/account/second-factor": ownPage({ form: "begin" }),
  "/account/tokens": ownPage({ form: "create", name: "Mine", scopes: ["write-drafts"], days: "30" }),
  "/account/security": ownPage({ form: "password" }),
  "/people/:id": [
    { at: "/people/{listed}", get: everyone },
    { at: "/people/{hidden}", get: ["administrator"] },
  ],

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

  "/desk": { get: signedIn },
  "/contributions/new": { get: signedIn, post: signedIn, form: { form: "new", kind: "practice", title: "Mine" } },
  "/contributions/import": { get: signedIn, post: signedIn, form: { form: "confirm", file: "any" } },
  "/contributions/export.csv": { get: signedIn },
  "/contributions/export.json": { get: signedIn },
  "/contributions/template.csv": read,
  "/practices/export.csv": read,
  "/practices/export.json": read,
  "/contributions/preview": { post: signedIn, form: { text: "Mine" } },
  "/contributions/:id": [ofDraft(""), ofSubmitted("", readers)],
  "/contributions/:id/edit": [
    ofDraft("/edit", { title: "Changed" }),
    ofSubmitted("/edit", none, none, { title: "Changed" }),
  ],
  "/contributions/:id/files": [
    { ...ofDraft("/files", { form: "add", alternativeText: "A street" }), allowed: { form: "add" } },
    ofSubmitted("/files", none, none, { form: "remove", file: "any" }),
  ],
  // Of what is published anyone may read files, of the rest who may read it: tests/integration/files.test.ts.
  "/files/:hash": { at: `/files/${"0".repeat(64)}`, get: none },
  "/contributions/:id/save": [
    { at: "/contributions/{draft}/save", post: author, form: { title: "Changed" } },
    { at: "/contributions/{submitted}/save", post: none, form: { title: "Changed" } },
  ],
  "/contributions/:id/changes": [ofDraft("/changes"), ofSubmitted("/changes", none)],
  "/contributions/:id/history": [
    { ...ofDraft("/history", restored), allowed: restored },
    ofSubmitted("/history", author, none, restored),
  ],
  "/contributions/:id/authors": [
    ofDraft("/authors", { form: "add", email: "me@city.example" }),
    ofSubmitted("/authors", none, none, { form: "add", email: "me@city.example" }),
  ],
  "/contributions/:id/links": [
    ofDraft("/links", { form: "add", to: "hrgl-2023/recommendation-8", type: "supports" }),
    ofSubmitted("/links", none, none, { form: "add", to: "hrgl-2023/recommendation-8", type: "supports" }),
  ],
  "/contributions/:id/delete": [
    { at: "/contributions/{deleted}/delete", get: author, post: author, form: { form: "delete" } },
    ofSubmitted("/delete", none, none, { form: "delete" }),
  ],
  "/contributions/:id/submit": [
    ofDraft("/submit", { form: "submit", network: "own" }),
    {
      at: "/contributions/{withdrawn}/submit",
      get: author,
      post: author,
      form: { form: "withdraw" },
      allowed: { form: "withdraw" },
    },
  ],
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
  "/contributions/:id/publish": ofSubmitted("/publish", none, none, { form: "publish" }),
  "/contributions/:id/retire": ofSubmitted("/retire", none, none, { form: "withdraw", reason: "x", sure: "yes" }),
  "/contributions/:id/revise": ofSubmitted("/revise", none, none, { form: "revise" }),
  "/contributions/:id/fact-check": [
    ofDraft("/fact-check", { form: "ask" }),
    ofSubmitted("/fact-check", readers, readers, { form: "answer", answer: "confirmed" }),
  ],
};
