import type { Featured } from "~/domain/collections/feature-queries.server";
import type { Overview } from "~/domain/overview/overview-queries.server";
import { FeaturedPart } from "~/ui/collection/featured-part";
import { EntryLine, EntryList } from "~/ui/entry/entry-line";
import { ExperienceLineItem } from "~/ui/entry/experience-line";
import { ProvisionLines } from "~/ui/provision/provision-lines";
import { Quotation } from "~/ui/provision/quotation";
import { SearchBox } from "~/ui/search/search-box";
import { useTranslation } from "~/ui/translation";
import styles from "./home-page.module.css";
import { Shelf } from "./shelf";

const counted = ["provision", "practice", "case-study", "tool", "city", "document"] as const;

interface HomePageProps {
  overview: Overview;
  featured: Featured;
  title: string;
}

export function HomePage({ overview, featured, title }: HomePageProps) {
  const { t, language } = useTranslation();
  return (
    <div className={styles.home}>
      <header className={styles.hero}>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.lead}>{t("home.lead")}</p>
        <SearchBox size="large" />
        <p className={styles.examples}>
          {t("home.examples") + t("site.colon")}{" "}
          {(["example1", "example2", "example3"] as const).map((example) => (
            <a key={example} href={`/search?q=${encodeURIComponent(t(`home.${example}`))}`}>
              {t(`home.${example}`)}
            </a>
          ))}
        </p>
        <ul className={styles.counts} aria-label={t("home.holdings")}>
          {counted.map((kind) => {
            const count = overview.counts.find((row) => row.kind === kind)?.count ?? 0;
            const [number, ...words] = t(`count.${kind}`, { count }).split(" ");
            return (
              <li key={kind}>
                <a href={`/search?type=${kind}`}>
                  <b>{number}</b> {words.join(" ")}
                </a>
              </li>
            );
          })}
        </ul>
      </header>
      <FeaturedPart featured={featured} />
      <div className={styles.shelves}>
        {overview.document && (
          <Shelf
            title={t("home.recommendations")}
            lead={`${t("home.recommendationsLead")} ${overview.document.shortTitle}${t("site.colon")}`}
            all={["/recommendations", t("home.all.recommendations")]}
          >
            <ProvisionLines provisions={overview.recommendations} />
          </Shelf>
        )}
        <Shelf title={t("home.practices")} lead={t("home.practicesLead")} all={["/practices", t("home.all.practices")]}>
          <EntryList>
            {overview.practices.map((line) => (
              <ExperienceLineItem key={line.id} line={line} language={language} />
            ))}
          </EntryList>
        </Shelf>
        <Shelf title={t("home.tools")} lead={t("home.toolsLead")} all={["/tools", t("home.all.tools")]}>
          <EntryList>
            {overview.tools.map((tool) => (
              <EntryLine
                key={tool.id}
                to={`/tools/${tool.id}`}
                title={tool.title}
                language={tool.language}
                summary={tool.summary}
              />
            ))}
          </EntryList>
        </Shelf>
      </div>
      {overview.voices.length > 0 && (
        <section className={styles.voices} aria-labelledby="voices">
          <h2 id="voices">{t("home.voices")}</h2>
          <p className={styles.voicesLead}>{t("home.voicesLead")}</p>
          <div className={styles.quotations}>
            {overview.voices.map((voice) => (
              <Quotation key={voice.id} {...voice} to={`/documents/${voice.id}`} />
            ))}
          </div>
        </section>
      )}
    </div>
  );
}
