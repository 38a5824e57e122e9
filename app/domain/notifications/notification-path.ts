import { entryKinds, entryPath } from "~db/schema/entry";

interface Told {
  subject: { kind: string; id: string };
  details: Record<string, string | number | null>;
}

const folders: Record<string, string> = {
  contribution: "/contributions",
  review: "/reviews",
  assignment: "/reviews",
  call: "/calls",
  collection: "/collections",
  thread: "/threads",
};

/** Where a notification leads, from the root: what its details say, else the page of its subject. */
export function notificationPath({ subject: { kind, id }, details }: Told): string {
  const given = details.path;
  if (typeof given === "string" && /^\/(?![/\\])/.test(given)) return given;
  const entryKind = entryKinds.find((known) => known === kind);
  if (entryKind) return entryPath({ id, kind: entryKind });
  const folder = folders[kind];
  return folder ? `${folder}/${encodeURIComponent(id)}` : "/notifications";
}
