import type { AppLoadContext } from "@remix-run/node";
import { listContributionLinks } from "~/domain/links/contribution-link-queries.server";
import type { LinkView } from "~/domain/links/link";
import { linkKey } from "~/domain/reviews/review";
import { readLanguage } from "~/i18n/language";
import { translator } from "~/i18n/translate";
import type { ReviewedLink } from "~/ui/review/review-field";

const shown = ["implements", "supports", "illustrates", "uses"] as const;

export const keyOfLink = ({ type, other }: Pick<LinkView, "type" | "other">): string =>
  linkKey({ toId: other.id, type });

/** The links of a contribution as a reviewer checks them. */
export async function readReviewedLinks(
  { services: { readDb } }: AppLoadContext,
  request: Request,
  contributionId: string,
): Promise<ReviewedLink[]> {
  const t = translator(readLanguage(request));
  const links = await listContributionLinks(readDb, contributionId);
  return links.flatMap((link) => {
    const type = shown.find((one) => one === link.type);
    if (!type) return [];
    const { title, provision } = link.other;
    const where = provision ? `${provision.shortTitle}, ${title}` : title;
    return [{ key: keyOfLink(link), label: `${t(`linkType.${type}`)}${t("site.colon")} ${where}`, note: link.note }];
  });
}
