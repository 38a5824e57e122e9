import type { TFunction } from "i18next";
import type { AuditLine } from "~/domain/audit/audit-filter";
import { tokenScopes } from "~/domain/tokens/token";
import { fieldName } from "~/ui/editing/change-words";
import { contributionStatuses } from "~db/schema/contribution";
import { assignmentStates } from "~db/schema/review";

const names = [
  ...["anonymity", "by", "city", "contribution", "coordinator", "criteria", "days", "draft", "drafts", "edition"],
  ...["entry", "fields", "from", "intent", "invitation", "items", "joinPolicy", "kind", "network", "number", "parent"],
  ...["people", "person", "place", "publishes", "publishesSnapshots", "removed", "reports", "reviewer"],
  ...["reviewsNeeded", "round", "scopes", "status", "terms", "to", "told", "version", "before", "after"],
] as const;
const entries = ["document", "provision", "practice", "case-study", "tool", "city", "organisation", "network"] as const;
const others = [
  ...["assignment", "call", "collection", "contribution", "links", "person", "place", "tag", "tags", "term"],
  ...["text", "thesaurus", "thread", "token"],
] as const;

/** What something was done to is called; what has no name stands as it was recorded. */
export function auditSubjectName(t: TFunction, kind: string): string {
  const entry = known(entries, kind);
  if (entry) return t(`kind.${entry}`);
  const other = known(others, kind);
  return other ? t(`auditSubject.${other}`) : kind;
}

/** The details of an event in words: `from: Submitted, to: Declined`. */
export const auditDetails = (t: TFunction, { subjectKind, details }: Pick<AuditLine, "subjectKind" | "details">) =>
  Object.entries(details)
    .map(([name, value]) => `${detailName(t, name)}${t("site.colon")} ${detailValue(t, subjectKind, name, value)}`)
    .join(", ");

function detailName(t: TFunction, name: string): string {
  const [, field = name, when] = /^(.+)-(before|after)$/.exec(name) ?? [];
  const label = known(names, field);
  const text = label ? t(`auditDetail.${label}`) : field;
  return when ? `${text} (${t(`auditDetail.${when === "before" ? "before" : "after"}`)})` : text;
}

function detailValue(t: TFunction, subjectKind: string, name: string, value: AuditLine["details"][string]): string {
  if (value === null || value === "") return "–";
  if (typeof value === "boolean") return t(value ? "audit.yes" : "audit.no");
  const text = String(value);
  if (name === "kind") return auditSubjectName(t, text);
  if (name === "fields") {
    return text
      .split(/[\s,]+/)
      .map((field) => fieldName(t, field))
      .join(" + ");
  }
  if (name === "scopes")
    return text
      .split(" ")
      .map((scope) => scopeName(t, scope))
      .join(" + ");
  if (name !== "from" && name !== "to") return text;
  const status = subjectKind === "contribution" ? known(contributionStatuses, text) : undefined;
  if (status) return t(`contributionStatus.${status}`);
  const state = subjectKind === "assignment" ? known(assignmentStates, text) : undefined;
  return state ? t(`assignmentState.${state}`) : text;
}

function scopeName(t: TFunction, name: string): string {
  const scope = known(tokenScopes, name);
  return scope ? t(`tokenScope.${scope}`) : name;
}

const known = <T extends string>(list: readonly T[], word: string): T | undefined => list.find((one) => one === word);
