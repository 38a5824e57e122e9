import type { TFunction } from "i18next";
import { type Criterion, isDefaultCriterion } from "~/domain/reviews/rubric";

/** The texts of a criterion: a network's own, or those of the catalogues. */
export function criterionTexts(t: TFunction, criterion: Criterion): Omit<Criterion, "key"> {
  const { key } = criterion;
  if (criterion.title !== "" || !isDefaultCriterion(key)) return criterion;
  return {
    title: t(`rubric.${key}.title`),
    question: t(`rubric.${key}.question`),
    anchors: [
      t(`rubric.${key}.one`),
      t(`rubric.${key}.two`),
      t(`rubric.${key}.three`),
      t(`rubric.${key}.four`),
      t(`rubric.${key}.five`),
    ],
  };
}
