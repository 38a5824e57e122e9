import type { TFunction } from "i18next";
import type { CallChoices } from "~/domain/calls/call-choices-queries.server";
import type { Language } from "~/i18n/language";
import { provisionName } from "~/ui/provision/provision-name";

/** What a call from a cell of the map is named and says, until somebody writes it better. Null: the recommendation is not there. */
export function wordsForCell(
  t: TFunction,
  language: Language,
  choices: Pick<CallChoices, "recommendations" | "tools" | "regions" | "themes">,
  cell: { recommendation: string; tool: string | null; region: string | null; theme: string | null },
): { title: string; text: string } | null {
  const found = choices.recommendations.find(({ id }) => id === cell.recommendation);
  if (!found) return null;
  const recommendation = `${found.shortTitle}, ${provisionName(t, { ...found, kind: "recommendation" })}`;
  const labelOf = (all: CallChoices["regions"], code: string) => all.find((one) => one.code === code)?.label[language];
  const column =
    cell.tool !== null
      ? choices.tools.find(({ id }) => id === cell.tool)?.name
      : cell.region !== null
        ? labelOf(choices.regions, cell.region)
        : cell.theme !== null
          ? labelOf(choices.themes, cell.theme)
          : null;
  if (column === undefined) return null;
  return {
    title: column === null ? t("calls.titleFor", { recommendation }) : t("calls.titleOf", { recommendation, column }),
    text:
      column === null
        ? t("calls.textFor", { recommendation })
        : cell.tool !== null
          ? t("calls.textWith", { recommendation, column })
          : t("calls.textOf", { recommendation, column }),
  };
}
