/** A conversation about one thing: an entry that was published, or a contribution that is reviewed. */
export interface ThreadTable {
  id: string;
  /** Exactly one of the two is there. */
  entry_id: string | null;
  contribution_id: string | null;
  /** Empty: it was removed with the first message. */
  title: string;
  /** BCP 47 of the title. */
  language: string;
  /** Words of the text that it is about, as they stood. */
  quote: string | null;
  /** Where they stood: a field, or an eId. */
  quote_field: string | null;
  /** Null: the account was erased. */
  started_by: string | null;
  created_at: string;
  last_at: string;
  /** Messages are counted from 1; none is ever taken out. */
  last_number: number;
  resolved_at: string | null;
  locked_at: string | null;
}

/** What somebody was to the thing when they wrote. */
export const threadSides = ["author", "reviewer", "coordinator"] as const;
export type ThreadSide = (typeof threadSides)[number];

/** Primary key: (thread_id, number). */
export interface ThreadMessageTable {
  thread_id: string;
  number: number;
  /** Null: the account was erased. */
  writer_id: string | null;
  side: ThreadSide | null;
  /** Of a reviewer: in the order in which they first wrote about this contribution. Outlives the account. */
  reviewer_number: number | null;
  /** BCP 47. */
  language: string;
  /** Markdown, and what it was rendered to; both empty once it is removed. */
  text: string;
  html: string;
  quoted_number: number | null;
  /** Empty: the quoted message was removed. */
  quote: string | null;
  written_at: string;
  edited_at: string | null;
  removed_at: string | null;
  removed_by: "writer" | "moderator" | null;
  removal_reason: string | null;
}

/** What somebody chose about a thread; without a row, who wrote in it is told. Primary key: (thread_id, person_id). */
export interface ThreadFollowTable {
  thread_id: string;
  person_id: string;
  follows: 0 | 1;
  chosen_at: string;
}

export interface ThreadReportTable {
  id: string;
  thread_id: string;
  number: number;
  /** Null: the account was erased. */
  reporter_id: string | null;
  reason: string;
  reported_at: string;
  outcome: "removed" | "dismissed" | null;
  decided_by: string | null;
  decided_at: string | null;
}
