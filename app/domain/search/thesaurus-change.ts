import { fromFields, groupWith, readPair, type TermGroup, termsOf, toFields } from "./thesaurus";

/** What a form asks for: terms that mean the same to add, or terms to remove. */
export interface ThesaurusRequest {
  intent: "add" | "remove";
  group: TermGroup;
}

/** A change that was made, and the fields that ask for its opposite. */
export interface ThesaurusChange {
  done: "added" | "removed";
  /** The group as it stands in the file, or the terms that are gone. */
  group: TermGroup;
  /** The terms that are new, or gone. */
  terms: TermGroup;
}

/** Nobody searches for these, and a file that holds them is not read as it looks. */
const unwanted = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

/** Reads a form; null when it does not say it well. */
export function readChange(form: URLSearchParams): ThesaurusRequest | null {
  const group = form.has("term") ? readPair(form) : fromFields(form);
  const intent = form.get("intent");
  if (!group || (intent !== "add" && intent !== "remove")) return null;
  if (intent === "add" && termsOf(group).length < 2) return null;
  if (termsOf(group).some(({ term }) => unwanted.test(term))) return null;
  return { intent, group };
}

/** The address that tells of a change. */
export const changePath = (done: ThesaurusChange["done"], terms: TermGroup): string =>
  `/admin/search?${new URLSearchParams([["done", done], ...toFields(terms)])}`;

/** The change that an address tells of, if it has been made. */
export function changeOf(params: URLSearchParams, groups: readonly TermGroup[]): ThesaurusChange | null {
  const done = params.get("done");
  const terms = fromFields(params);
  if (!terms || (done !== "added" && done !== "removed")) return null;
  const group = groupWith(groups, terms);
  if (done === "removed") return group ? null : { done, group: terms, terms };
  return group ? { done, group, terms } : null;
}
