import { type AccessRules, everyone, none, ownPage, read, signedIn } from "./access-rule";

/** Accounts, and what people are told. */
export const people: AccessRules = {
  "/register": { get: everyone, post: everyone },
  "/register/first": { get: everyone, post: everyone },
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
  "/searches": { get: signedIn },
  "/searches/new": ownPage({ form: "search", name: "Mine", alerts: "daily", query: "" }),
  "/searches/:id": { at: "/searches/unknown", get: none, post: none, form: { name: "Changed", alerts: "off" } },
  "/notifications": ownPage({ form: "read-all", last: "99999" }),
  // Its token is its key: whoever has none reads that it does not work, and changes nothing.
  "/unsubscribe": [
    {
      at: "/unsubscribe?token=unknown",
      get: everyone,
      post: everyone,
      allowed: { "List-Unsubscribe": "One-Click" },
    },
  ],
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
};
