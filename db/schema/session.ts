import type { Generated } from "kysely";

/** A browser that is signed in. Its id is known to that browser alone. */
export interface SessionTable {
  /** SHA-256 of the id, in hexadecimal. */
  id_hash: string;
  person_id: string;
  created_at: string;
  seen_at: string;
  /** When it ends unless it is used before. */
  expires_at: string;
  /** When it ends in any case. */
  ends_at: string;
  user_agent: string | null;
  address: string | null;
  /** 1: what the person may do has changed; the next request gets a new id. */
  renew: Generated<0 | 1>;
  /** Requests that were on their way with the id before find the session until `previous_until`. */
  previous_hash: string | null;
  previous_until: string | null;
}

/** A browser in which the person has signed in before: strangers' guesses do not keep it out. */
export interface KnownDeviceTable {
  id_hash: string;
  person_id: string;
  seen_at: string;
}

export type TokenPurpose =
  | "confirm-registration"
  | "reset-password"
  | "change-email"
  | "second-factor"
  | "first-administrator";

/** What a link in a mail, or the second step of signing in, proves; gone once used. */
export interface OneTimeTokenTable {
  /** SHA-256 of the token, in hexadecimal. */
  hash: string;
  purpose: TokenPurpose;
  person_id: string | null;
  email: string | null;
  /** JSON, of the purpose's own shape. */
  payload: string | null;
  created_at: string;
  expires_at: string;
}

export interface SecondFactorTable {
  person_id: string;
  /** Base32. */
  secret: string;
  /** Null: shown, but no code of it was entered yet; it is not asked for. */
  confirmed_at: string | null;
  /** The time step of the last code that was accepted: none is accepted twice. */
  last_step: number;
}

export interface RecoveryCodeTable {
  person_id: string;
  hash: string;
}
