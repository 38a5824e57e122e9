import {
  type AccessRule,
  type AccessRules,
  administrators,
  anyCoordinator,
  coordinators,
  everyone,
  type Fields,
  none,
  read,
  readAt,
} from "./access-rule";

const edited = (...forms: Fields[]): AccessRule[] =>
  forms.map((form) => ({ at: "/collections/a-collection/edit", get: coordinators, post: coordinators, form }));

/** Collections, calls, and what administrators keep. */
export const curating: AccessRules = {
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
  "/collections/:slug/edit": edited(
    { form: "texts", title: "Mine", summary: "Mine.", text: "", language: "en" },
    { form: "remove", entry: "own-city" },
    { form: "note", entry: "own-city", note: "Mine." },
    { form: "publish", changeNote: "Mine.", version: "1" },
    { form: "removePicture" },
    { form: "withdraw", reason: "Mine.", sure: "yes" },
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
};
