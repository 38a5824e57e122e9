/** What was published, for ever: no row is changed or deleted. Primary key: (entry_id, number). */
export interface EntryVersionTable {
  entry_id: string;
  /** 1, 2, 3 … */
  number: number;
  /** JSON: everything that the version says; `VersionContent` in app/domain/publication. Who is credited stands in version_credit. */
  content: string;
  change_note: string | null;
  published_at: string;
  /** Null: it came with the installation. */
  contribution_id: string | null;
}

/** Who wrote or reviewed a version. Only whom it names may change, when an account is erased. */
export interface VersionCreditTable {
  entry_id: string;
  number: number;
  part: "author" | "reviewer";
  position: number;
  /** Null: the account was erased, or there never was one. */
  person_id: string | null;
  name: string;
  orcid: string | null;
  /** JSON list of CRediT roles. */
  roles: string;
}

/** An entry that was published once and is not any more: its address says so. */
export interface RetirementTable {
  entry_id: string;
  state: "archived" | "withdrawn";
  reason: string;
  retired_at: string;
  first_published_at: string;
}
