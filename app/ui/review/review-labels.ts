import type { TFunction } from "i18next";
import { reviewFieldsOf } from "~/domain/reviews/review-fields";
import type { Rubric } from "~/domain/reviews/rubric";
import { criterionTexts } from "./rubric-texts";

/** What each field of the form of a review is called. */
export function reviewLabels(t: TFunction, rubric: Rubric): Record<string, string> {
  const titleOf = (key: string) => {
    const criterion = rubric.criteria.find((one) => one.key === key);
    return criterion ? criterionTexts(t, criterion).title : key;
  };
  const label = (name: string): string => {
    const [kind, key = ""] = name.split(".");
    if (kind === "score") return titleOf(key);
    if (kind === "comment") return t("reviewing.commentOn", { title: titleOf(key) });
    return t(`reviewing.field.${kind as "strengths" | "changes" | "links" | "confidential" | "recommendation"}`);
  };
  return Object.fromEntries(reviewFieldsOf(rubric).map((name) => [name, label(name)]));
}
