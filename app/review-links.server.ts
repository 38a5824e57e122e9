import type { AppLoadContext } from "@remix-run/node";
import { listContributionLinks } from "~/domain/links/contribution-link-queries.server";
import type { EntryReference, LinkView } from "~/domain/links/link";
import { linkKey } from "~/domain/reviews/review";
import { readLanguage } from "~/i18n/language";
import { translator } from "~/i18n/translate";
import type { ReviewedLink } from "~/ui/review/review-field";
import type { LinkType } from "~db/schema/link";

const shown = ["implements", "supports", "illustrates", "uses"] as const;

export const keyOfLink = ({ type, other }: Pick<LinkView, "type" | "other">): string =>
  linkKey({ toId: other.id, type });

/** The types that lead from a contribution: they have words in the catalogues. */
export const shownType = (type: LinkType) => shown.find((one) => one === type);

export const nameOfLinked = ({ title, provision }: EntryReference): string =>
  provision ? `${provision.shortTitle}, ${title}` : title;

/** The links of a contribution as a reviewer checks them. */
export async function readReviewedLinks(
  { services: { readDb } }: AppLoadContext,
  request: Request,
  contributionId: string,
): Promise<ReviewedLink[]> {
  const t = translator(readLanguage(request));
  const links = await listContributionLinks(readDb, contributionId);
  return links.flatMap((link) => {
    const type = shownType(link.type);
    if (!type) return [];
    const label = `${t(`linkType.${type}`)}${t("site.colon")} ${nameOfLinked(link.other)}`;
    return [{ key: keyOfLink(link), label, note: link.note }];
  });
}
