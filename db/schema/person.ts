/** Someone with an account. */
export interface PersonTable {
  id: string;
  /** In small letters. */
  email: string;
  /** Null: made by an administrator, and not yet taken over by whoever reads the mail. */
  email_confirmed_at: string | null;
  /** argon2id; null: no password was chosen yet, and none fits. */
  password_hash: string | null;
  name: string;
  /** What the person does, in words. */
  role_title: string | null;
  city_id: string | null;
  organisation_id: string | null;
  /** With hyphens: `0000-0002-1825-0097`. */
  orcid: string | null;
  /** 1: the profile is public. */
  listed: 0 | 1;
  administrator: 0 | 1;
  /** The language of mails. */
  language: string;
  created_at: string;
  updated_at: string;
}

/** BCP 47: a language that the person can be written to in. */
export interface PersonLanguageTable {
  person_id: string;
  language: string;
}

/** A theme's code, or a tool's id. */
export interface PersonExpertiseTable {
  person_id: string;
  vocabulary: "theme" | "tool";
  code: string;
}
