import { countedUses, type TermUses } from "~/domain/vocabularies/term-use";
import styles from "~/ui/editing/editing.module.css";
import { useTranslation } from "~/ui/translation";

/** What a term cannot be taken away from: what can be named leads there, what is somebody's own is counted. */
export function TermUseList({ uses: { named, counted } }: { uses: TermUses }) {
  const { t } = useTranslation();
  return (
    <section className={styles.standing} aria-labelledby="uses">
      <h2 id="uses">{t("vocabularies.usedBy")}</h2>
      <ul>
        {named.slice(0, mostNamed).map(({ title, language, path }) => (
          <li key={path}>
            <a href={path} lang={language}>
              {title}
            </a>
          </li>
        ))}
        {named.length > mostNamed && <li>{t("vocabularies.usedMore", { count: named.length - mostNamed })}</li>}
        {countedUses.map((use) => {
          const count = counted[use] ?? 0;
          return count > 0 && <li key={use}>{t(`vocabularies.used.${use}`, { count })}</li>;
        })}
      </ul>
    </section>
  );
}

/** As many as somebody can look through; the search finds the rest. */
const mostNamed = 50;
