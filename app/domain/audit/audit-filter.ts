/** What of the audit log is looked at; empty: everything. */
export interface AuditFilter {
  /** A name or an id. */
  person: string;
  action: string;
  /** An id, or the kind of what it was done to. */
  subject: string;
  /** Days, in UTC; both are part of it. */
  from: string;
  to: string;
}

export const auditFilterNames = ["person", "action", "subject", "from", "to"] as const satisfies (keyof AuditFilter)[];

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** Reads the parameters of an address; a day that is none is left out. */
export function readAuditFilter(parameters: URLSearchParams): AuditFilter {
  const text = (name: keyof AuditFilter) => (parameters.get(name) ?? "").trim().slice(0, 200);
  const day = (name: "from" | "to") => (isDay(text(name)) ? text(name) : "");
  return { person: text("person"), action: text("action"), subject: text("subject"), from: day("from"), to: day("to") };
}

/** The address of a page of the log. */
export function auditPath(filter: AuditFilter, page: number, path = "/admin/audit"): string {
  const parameters = new URLSearchParams(
    auditFilterNames.flatMap((name) => (filter[name] ? [[name, filter[name]]] : [])),
  );
  if (page > 1) parameters.set("page", String(page));
  return parameters.size > 0 ? `${path}?${parameters}` : path;
}

/** A row of the log as administrators read it. */
export interface AuditLine {
  number: number;
  at: string;
  /** Null: the account is gone. */
  name: string | null;
  /** Null: the server, or a command. */
  actorId: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  details: Record<string, string | number | boolean | null>;
  address: string | null;
}
