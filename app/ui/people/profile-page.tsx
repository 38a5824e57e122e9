import type { EntryReference } from "~/domain/links/link";
import type { ShownProfile } from "~/domain/people/profile";
import { EntryList } from "~/ui/entry/entry-line";
import { Facts } from "~/ui/entry/facts";
import { ReferenceLine } from "~/ui/entry/reference-line";
import { breadcrumbList } from "~/ui/layout/breadcrumbs";
import { Page, Part } from "~/ui/layout/page";
import { type frameOf, pageMeta } from "~/ui/meta";
import { useTranslation } from "~/ui/translation";
import { languageName } from "./language-name";

export function profileMeta(frame: ReturnType<typeof frameOf>, { name, role, orcid, listed }: ShownProfile) {
  return pageMeta(frame, {
    title: name,
    description: [name, role].filter(Boolean).join(", "),
    noIndex: !listed,
    jsonLd: {
      "@type": "Person",
      name,
      ...(role ? { jobTitle: role } : {}),
      ...(orcid ? { sameAs: `https://orcid.org/${orcid}` } : {}),
      breadcrumb: breadcrumbList(frame.origin, [{ name }]),
    },
  });
}

/** What the person has reviewed, as far as they agreed to show it. */
interface ReviewerCredit {
  years: { year: number; reviews: number }[];
  named: EntryReference[];
}

export function ProfilePage({ profile, reviews }: { profile: ShownProfile; reviews: ReviewerCredit }) {
  const { t, language } = useTranslation();
  const { name, role, city, organisation, languages, themes, tools, orcid } = profile;
  const list = (items: { id: string; name: string }[], folder: string) =>
    items.length > 0 ? (
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <a href={folder + item.id}>{item.name}</a>
          </li>
        ))}
      </ul>
    ) : null;
  return (
    <Page title={name} lead={role} crumbs={[{ name }]} eyebrow={t("account.person")}>
      <Facts
        facts={[
          [t("account.profile.city"), city && <a href={`/cities/${city.id}`}>{city.name}</a>],
          [
            t("account.profile.organisation"),
            organisation && <a href={`/organisations/${organisation.id}`}>{organisation.name}</a>,
          ],
          [t("account.profile.languages"), languages.map((code) => languageName(code, language)).join(", ")],
          [t("account.profile.themes"), list(themes, "/search?theme=")],
          [t("account.profile.tools"), list(tools, "/tools/")],
          [t("account.profile.orcid"), orcid && <a href={`https://orcid.org/${orcid}`}>{orcid}</a>],
        ]}
      />
      {reviews.years.length > 0 && (
        <Part id="reviews" title={t("reviewerCredit.title")}>
          <ul>
            {reviews.years.map(({ year, reviews: count }) => (
              <li key={year}>
                <a href={`/reviewers/${year}`}>{t("reviewerCredit.inYear", { year, count })}</a>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {reviews.named.length > 0 && (
        <Part id="reviewed" title={t("reviewerCredit.named")}>
          <EntryList>
            {reviews.named.map((entry) => (
              <ReferenceLine key={entry.id} entry={entry} />
            ))}
          </EntryList>
        </Part>
      )}
    </Page>
  );
}
