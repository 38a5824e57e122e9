import type { Label } from "~/domain/vocabularies/vocabulary";
import type { Vocabulary } from "~db/schema/vocabulary";
import { type FieldName, ruleOf } from "./contribution-fields";

/** A city, or a term of a vocabulary, that a field may hold. */
export interface TemplateTerm {
  code: string;
  label: Label;
  /** The code of the goal that a target belongs to. */
  group: string | null;
}

export type TemplateTerms = Record<"city" | Vocabulary, TemplateTerm[]>;

/** What can be chosen in a field from the database; empty for fields whose choices stand in the template. */
export function termsFor(terms: TemplateTerms, name: FieldName): TemplateTerm[] {
  const rule = ruleOf(name);
  if (rule.kind === "codes") return terms[rule.vocabulary];
  return rule.kind === "choice" && rule.choices === "city" ? terms.city : [];
}

/** The values that a choice or a list of codes may hold. */
export function knownCodes(terms: TemplateTerms, name: FieldName): ReadonlySet<string> {
  const rule = ruleOf(name);
  if (rule.kind === "choice" && rule.choices !== "city") return new Set(rule.choices);
  return new Set(termsFor(terms, name).map(({ code }) => code));
}
