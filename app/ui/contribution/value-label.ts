import type { TFunction } from "i18next";
import type { BudgetBand, FieldName, StageChoice, Support } from "~/domain/contributions/contribution-fields";
import { type TemplateTerms, termsFor } from "~/domain/contributions/template-terms";
import type { Language } from "~/i18n/language";

/** What a code that a field holds is called: a city, a term, a choice of the template. */
export function valueLabel(
  t: TFunction,
  language: Language,
  terms: TemplateTerms,
  name: FieldName,
  code: string,
): string {
  const term = termsFor(terms, name).find((candidate) => candidate.code === code);
  if (term) return name === "targets" ? `${code} ${term.label[language]}` : term.label[language];
  if (code === "") return "";
  if (name === "stage") return t(`stage.${code as StageChoice}`);
  if (name === "budget") return t(`budgetBand.${code as BudgetBand}`);
  if (name === "language") return new Intl.DisplayNames(language, { type: "language" }).of(code) ?? code;
  if (name === "licence") return code.replaceAll("-", " ");
  return name === "partners" ? supportLabel(t, code) : code;
}

const supports = new Set<string>(["financial", "technical", "in-kind", "political", "knowledge"] satisfies Support[]);

export const supportLabel = (t: TFunction, code: string): string =>
  supports.has(code) ? t(`support.${code as Support}`) : code;
