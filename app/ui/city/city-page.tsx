import type { MetaDescriptor } from "@remix-run/react";
import type { CityPage } from "~/domain/cities/city";
import type { EntryReference } from "~/domain/links/link";
import { translator } from "~/i18n/translate";
import { type Around, AroundEntry } from "~/ui/entry/around-entry";
import { EntryList } from "~/ui/entry/entry-line";
import { ExperienceLineItem } from "~/ui/entry/experience-line";
import { Facts } from "~/ui/entry/facts";
import { Side } from "~/ui/entry/side";
import { breadcrumbList } from "~/ui/layout/breadcrumbs";
import { LastChange } from "~/ui/layout/last-change";
import { Page, Part } from "~/ui/layout/page";
import { frameOf, pageMeta } from "~/ui/meta";
import { ProvisionPart } from "~/ui/provision/provision-part";
import { Quotation } from "~/ui/provision/quotation";
import { MoreLikeThis } from "~/ui/similar/more-like-this";
import { useTranslation } from "~/ui/translation";
import { populationText } from "./population-text";

/** A city with everything that the library holds of it. */
export function CityPageView({
  city,
  similar,
  around,
}: {
  city: CityPage;
  similar: EntryReference[];
  around?: Around;
}) {
  const { t, language } = useTranslation();
  const name = city.name[language];
  const told = city.experiences.length + city.quotations.length + city.sources.length > 0;
  return (
    <Page
      title={name}
      eyebrow={t(`cityKind.${city.kind}`)}
      lead={city.summary}
      leadLanguage="en"
      crumbs={[{ name: t("cities.title"), to: "/cities" }, { name }]}
      aside={
        <Side title={t("experience.facts")}>
          <Facts
            facts={[
              [
                t("cities.country"),
                <a key="country" href={`/search?country=${city.country.code}`}>
                  {city.country.label[language]}
                </a>,
              ],
              [
                t("cities.region"),
                <a key="region" href={`/search?region=${city.region.code}`}>
                  {city.region.label[language]}
                </a>,
              ],
              [t("cities.population"), city.populationBand && populationText(t, city.populationBand, language)],
              [t("cities.location"), coordinates(city, language)],
              [
                t("cities.geonames"),
                city.geonamesId && (
                  <a href={`https://www.geonames.org/${city.geonamesId}`} rel="external">
                    {city.geonamesId}
                  </a>
                ),
              ],
            ]}
          />
        </Side>
      }
    >
      {!told && <p>{t(city.mentions.length > 0 ? "cities.onlyNamed" : "cities.nothing")}</p>}
      {city.experiences.length > 0 && (
        <Part title={t("cities.experiences")} id="experiences">
          <EntryList>
            {city.experiences.map((line) => (
              <ExperienceLineItem key={line.id} line={line} language={language} />
            ))}
          </EntryList>
        </Part>
      )}
      {city.quotations.length > 0 && (
        <Part title={t("cities.said")} id="said">
          {city.quotations.map((quotation) => (
            <Quotation
              key={quotation.id}
              {...quotation}
              affiliation={quotation.shortTitle}
              to={`/documents/${quotation.id}`}
            />
          ))}
        </Part>
      )}
      <ProvisionPart id="mentions" title={t("cities.mentions")} provisions={city.sources} />
      <ProvisionPart id="named" title={t("cities.namedIn")} provisions={city.mentions} />
      <p>
        {city.experiences.length > 0 ? (
          <a href={`/search?city=${city.id}`}>{t("cities.searchIn")}</a>
        ) : (
          <a href={`/search?${new URLSearchParams({ q: `"${city.name.en}"` })}`}>{t("cities.searchName", { name })}</a>
        )}
      </p>
      {around && <AroundEntry around={around} />}
      <MoreLikeThis entries={similar} />
      <LastChange at={city.updatedAt} />
    </Page>
  );
}

/** Degrees with the sides of the equator and of Greenwich: "34.90° S, 56.16° W". */
function coordinates({ latitude, longitude }: CityPage, language: string): string {
  const degrees = (value: number) =>
    new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(Math.abs(value));
  const west = language === "en" ? "W" : "O";
  return `${degrees(latitude)}° ${latitude < 0 ? "S" : "N"}, ${degrees(longitude)}° ${longitude < 0 ? west : "E"}`;
}

export function cityMeta(matches: Parameters<typeof frameOf>[0], city: CityPage): MetaDescriptor[] {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  const name = city.name[frame.language];
  const place = `${name}, ${city.country.label[frame.language]}`;
  return pageMeta(frame, {
    title: place,
    description:
      city.summary ??
      `${place}${t("site.colon")} ${t("count.practice", { count: city.practices })}, ${t("count.case-study", { count: city.caseStudies })}.`,
    jsonLd: {
      "@type": "City",
      name,
      address: { "@type": "PostalAddress", addressCountry: city.country.code },
      geo: { "@type": "GeoCoordinates", latitude: city.latitude, longitude: city.longitude },
      sameAs: city.geonamesId ? `https://www.geonames.org/${city.geonamesId}` : undefined,
      breadcrumb: breadcrumbList(frame.origin, [{ name: t("cities.title"), to: "/cities" }, { name }]),
    },
  });
}
