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

/** What was just done, as the address says after a form was sent; nothing when the next one was refused. */
export function readDone(request: Request, refused: unknown): Done | null {
  if (refused) return null;
  const asked = new URL(request.url).searchParams.get("done");
  return things.find((thing) => thing === asked) ?? null;
}
