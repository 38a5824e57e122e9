import { type AccessRules, none, read, readAt } from "./access-rule";

/** The API for programs. */
export const api: AccessRules = {
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
};
