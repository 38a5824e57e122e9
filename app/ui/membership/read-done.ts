const things = [
  "accepted",
  "declined",
  "removed",
  "roles",
  "official",
  "invited",
  "withdrawn",
  "resent",
  "cityAdded",
  "cityRemoved",
  "policies",
  "created",
] as const;
export type Done = (typeof things)[number];

/** What was just done, as the address says after a form was sent. */
export function readDone(request: Request): Done | null {
  const asked = new URL(request.url).searchParams.get("done");
  return things.find((thing) => thing === asked) ?? null;
}
