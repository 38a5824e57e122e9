/** What Polylogue holds, finds and cites. One vocabulary for database, index, addresses and API. */
export const entryKinds = [
  "document",
  "provision",
  "practice",
  "case-study",
  "tool",
  "city",
  "organisation",
  "network",
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** The supertype of everything that can be found, linked and cited: a row here and one in the table of its kind. */
export interface EntryTable {
  /** A slug, unique over all kinds (`vienna`); for a provision `hrgl-2023/recommendation-8`. */
  id: string;
  kind: EntryKind;
  title: string;
  /** One or two sentences in our own words. */
  summary: string | null;
  /** BCP 47: the language of title, summary and text. */
  language: string;
  /** ISO 8601 UTC. Null: not public, and never indexed. */
  published_at: string | null;
  created_at: string;
  updated_at: string;
}

/** A theme, right, group, goal or target that an entry carries. */
export interface EntryTermTable {
  entry_id: string;
  vocabulary: string;
  code: string;
}

const folders: Record<Exclude<EntryKind, "provision">, string> = {
  document: "documents",
  practice: "practices",
  "case-study": "case-studies",
  tool: "tools",
  city: "cities",
  organisation: "organisations",
  network: "networks",
};

/** The permanent address of an entry, from the root. */
export const entryPath = ({ id, kind }: { id: string; kind: EntryKind }): string =>
  kind === "provision" ? `/documents/${id}` : `/${folders[kind]}/${id}`;
