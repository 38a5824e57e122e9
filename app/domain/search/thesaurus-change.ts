import { fromFields, isSameGroup, readPair, type TermGroup, toFields } from "./thesaurus";

/** A change of the installation's synonyms, and the fields that ask for its opposite. */
export interface ThesaurusChange {
  done: "added" | "removed";
  group: TermGroup;
  fields: [name: string, value: string][];
}

const change = (done: ThesaurusChange["done"], group: TermGroup): ThesaurusChange => ({
  done,
  group,
  fields: toFields(group),
});

/** What a form asks for: to add two terms or a whole group, or to remove a group. Null when it does not say it well. */
export function readChange(form: URLSearchParams): ThesaurusChange | null {
  const group = form.has("term") ? readPair(form) : fromFields(form);
  const intent = form.get("intent");
  if (!group) return null;
  return intent === "add" ? change("added", group) : intent === "remove" ? change("removed", group) : null;
}

/** The change that an address tells of, if it has been made. */
export function changeOf(params: URLSearchParams, groups: readonly TermGroup[]): ThesaurusChange | null {
  const done = params.get("done");
  const group = fromFields(params);
  if (!group || (done !== "added" && done !== "removed")) return null;
  const isThere = groups.some((known) => isSameGroup(known, group));
  return isThere === (done === "added") ? change(done, group) : null;
}
