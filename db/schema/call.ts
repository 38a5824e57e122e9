export type CallStatus = "draft" | "published" | "closed";

/** A call for practices that answer a recommendation. */
export interface CallTable {
  id: string;
  /** Null: of the whole site. */
  network_id: string | null;
  status: CallStatus;
  /** BCP 47 of title and text. */
  language: string;
  title: string;
  /** Markdown. */
  text: string;
  recommendation_id: string | null;
  tool_id: string | null;
  region_code: string | null;
  theme_code: string | null;
  /** The last day: `2026-05-31`. */
  deadline: string | null;
  created_by: string | null;
  created_at: string;
  updated_at: string;
  published_at: string | null;
  closed_at: string | null;
}

/** A contribution that was begun in answer to a call. */
export interface CallAnswerTable {
  contribution_id: string;
  call_id: string;
}
