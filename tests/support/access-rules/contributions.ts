import { type AccessRule, type AccessRules, type Fields, none, type Role, read, signedIn } from "./access-rule";

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

/** Writing, up to publication. */
export const contributions: AccessRules = {
  "/desk": { get: signedIn },
  "/contributions/new": { get: signedIn, post: signedIn, form: { form: "new", kind: "practice", title: "Mine" } },
  "/contributions/import": { get: signedIn, post: signedIn, form: { form: "confirm", file: "any" } },
  "/contributions/export.csv": { get: signedIn },
  "/contributions/export.json": { get: signedIn },
  "/contributions/import-progress": { get: signedIn },
  "/contributions/template.csv": read,
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
  "/files/:hash": [
    { at: `/files/${"0".repeat(64)}`, get: none },
    { at: "/files/{reviewedFile}", get: ["member", "coordinator", "reviewer"] },
  ],
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
  "/contributions/:id/publish": ofSubmitted("/publish", none, none, { form: "publish" }),
  "/contributions/:id/retire": ofSubmitted("/retire", none, none, { form: "withdraw", reason: "x", sure: "yes" }),
  "/contributions/:id/revise": ofSubmitted("/revise", none, none, { form: "revise" }),
  "/contributions/:id/fact-check": [
    ofDraft("/fact-check", { form: "ask" }),
    ofSubmitted("/fact-check", readers, readers, { form: "answer", answer: "confirmed" }),
  ],
};
