import type { Language } from "~/i18n/language";
import { translator } from "~/i18n/translate";
import type { CellError } from "./cell-error";

/** What is to be mended, in a sentence. */
export function describeCellError({ problem, given = "", max = 0, meant }: CellError, language: Language): string {
  const t = translator(language);
  const sentence = t(`importProblem.${problem}`, { given, max });
  return meant === undefined ? sentence : `${sentence} ${t("importProblem.meant", { meant })}`;
}
