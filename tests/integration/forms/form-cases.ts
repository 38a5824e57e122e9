export type Fields = Record<string, string | string[]>;

export interface FormCase {
  path: string;
  form: string;
  by: "member" | "official" | "coordinator" | "administrator" | "nobody";
  /** What is typed freely: none of it may be lost. */
  texts: string[];
  /** Chosen or hidden, with what is right. */
  others?: Fields;
  /** What is refused when it is empty; left out: an empty form is one, too. */
  needed?: string[];
  /** Secrets are never sent back. */
  secrets?: string[];
}

/** What the form of a link says that its page showed. */
export const was = { wasType: "supports", wasEvidence: "claimed", wasNote: "" };

/** Forms that are tried with all of the long lists; what each of them wants, and what may not be lost. */
export const formCases = (id: { draft: string; study: string; thread: string }, recommendation: string): FormCase[] => [
  {
    path: "/contributions/new",
    form: "new",
    by: "member",
    texts: ["title"],
    others: { kind: "practice", language: "en" },
    needed: ["title", "kind", "language"],
  },
  {
    path: `/contributions/${id.draft}/authors`,
    form: "co-author",
    by: "member",
    texts: ["name", "email"],
    needed: ["name"],
  },
  {
    path: `/contributions/${id.draft}/edit`,
    form: "edit",
    by: "member",
    texts: [
      "title",
      "pitch",
      "lead_body",
      "contact",
      "started",
      "situation_before",
      "what_was_done",
      "results",
      "staff",
    ],
  },
  {
    path: `/contributions/${id.study}/edit`,
    form: "edit",
    by: "member",
    texts: ["method", "research_period", "sources", "limits", "ethics", "references", "lessons_learned"],
  },
  {
    path: `/contributions/${id.draft}/links`,
    form: `link-${recommendation.replace("/", ".")}`,
    by: "member",
    texts: ["note"],
    others: { to: recommendation, type: "supports", evidence: "claimed", ...was },
    needed: ["type", "evidence"],
  },
  {
    path: `/contributions/${id.study}/fact-check`,
    form: "answer",
    by: "official",
    texts: ["point.title", "point.method"],
    others: { answer: "disputed" },
    needed: ["answer"],
  },
  {
    path: `/contributions/${id.draft}/submit`,
    form: "submit",
    by: "member",
    texts: [],
    others: { network: "own" },
    needed: ["network"],
  },
  {
    path: "/account",
    form: "profile",
    by: "member",
    texts: ["name", "role", "orcid"],
    others: { language: "en" },
    needed: ["name"],
  },
  { path: "/account/email", form: "email", by: "member", texts: ["email"], needed: ["email"], secrets: ["current"] },
  {
    path: "/register",
    form: "register",
    by: "nobody",
    texts: ["name", "email"],
    needed: ["name", "email"],
    secrets: ["password"],
  },
  { path: "/sign-in", form: "sign-in", by: "nobody", texts: ["email"], needed: ["email"], secrets: ["password"] },
  { path: "/password/forgotten", form: "forgotten", by: "nobody", texts: ["email"], needed: ["email"] },
  {
    path: `/documents/${recommendation}/discussion`,
    form: "thread",
    by: "member",
    texts: ["title", "quote", "text"],
    needed: ["title", "text"],
  },
  { path: `/threads/${id.thread}`, form: "reply", by: "member", texts: ["text"], needed: ["text"] },
  { path: `/threads/${id.thread}/1`, form: "report", by: "member", texts: ["reason"], needed: ["reason"] },
  { path: `/threads/${id.thread}/1`, form: "remove", by: "administrator", texts: ["reason"], needed: ["reason"] },
  { path: "/networks/asking", form: "join", by: "member", texts: ["note"] },
  { path: "/networks/own/invitations", form: "invite", by: "coordinator", texts: ["emails"], needed: ["emails"] },
  {
    path: "/networks/new",
    form: "new-network",
    by: "administrator",
    texts: ["name", "acronym", "summary", "website", "coordinator"],
    others: { language: "en", parent: "" },
    needed: ["name", "summary"],
  },
];
