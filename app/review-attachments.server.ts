import type { AppLoadContext } from "@remix-run/node";
import type { Attached } from "~/domain/reviews/compare-attached";
import type { Round } from "~/domain/reviews/review";
import { listReviewedFiles } from "~/domain/reviews/reviewed-file-queries.server";
import { listReviewedLinks } from "~/domain/reviews/reviewed-link-queries.server";
import { readLanguage } from "~/i18n/language";
import { translator } from "~/i18n/translate";
import { nameOfLinked, shownType } from "~/review-links.server";

/** The links and files of a round in words, to hold them against those of another. */
export async function describeAttached(
  { services: { readDb } }: AppLoadContext,
  request: Request,
  round: Pick<Round, "id" | "anonymity">,
): Promise<Attached[]> {
  const t = translator(readLanguage(request));
  const links = await listReviewedLinks(readDb, round.id);
  const files = await listReviewedFiles(readDb, round);
  const text = (...parts: (string | null)[]) => parts.filter(Boolean).join("\n");
  return [
    ...links.map(({ type, evidence, note, other }) => {
      const shown = shownType(type);
      const said = text(shown ? t(`linkType.${shown}`) : null, evidence && t(`evidence.${evidence}`), note);
      return { key: other.id, label: nameOfLinked(other), text: said };
    }),
    ...files.map(({ id, name, alternativeText, caption }) => ({
      key: id,
      label: name,
      text: text(alternativeText, caption),
    })),
  ];
}
