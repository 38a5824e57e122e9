/** From a practice or case study to a provision. */
export const practiceLinkTypes = ["implements", "supports", "illustrates"] as const;
/** Between provisions of different documents. */
export const concordanceTypes = ["restates", "extends", "narrows"] as const;
/** `uses`: practice or case study to tool. `answers`: tool to provision. `motivates`: recital to recommendation (why). */
export const linkTypes = [...practiceLinkTypes, ...concordanceTypes, "uses", "answers", "motivates"] as const;
export type LinkType = (typeof linkTypes)[number];
/** From weakest to strongest. */
export const evidenceLevels = ["claimed", "documented", "peer-confirmed"] as const;
export type Evidence = (typeof evidenceLevels)[number];

/** Unique over (from_id, to_id, type). */
export interface LinkTable {
  id: string;
  from_id: string;
  to_id: string;
  type: LinkType;
  /** Only on links from practices and case studies. */
  evidence: Evidence | null;
  note: string | null;
}

/** The provision that tells what an entry says. Primary key: (entry_id, provision_id). */
export interface SourceTable {
  entry_id: string;
  provision_id: string;
}
