/** Forms that may be sent as they are, with nothing filled in: all that they ask for is optional. */
export const mayBeEmpty = new Set([
  ...["/calls/new cell", "/collections/:slug/edit note", "/contributions/:id/edit edit"],
  "/contributions/:id/files describe",
  ...["/contributions/:id/review agree", "/contributions/:id/review accept-unreviewed"],
  ...["/contributions/:id/review/answer responses", "/networks/:slug join", "/networks/:slug/members/:person official"],
  ...["/networks/:slug/members/:person roles", "/reviews/:id accept-review", "/reviews/:id consents"],
  ...["/curate/* tags", "/curate/* texts"],
  ...["/reviews/:id review", "/contributions/:id/publish publish", "/collections/:slug/edit publish"],
]);
