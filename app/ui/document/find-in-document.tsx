import { type FindRequest, type FoundInDocument, findQuery } from "~/domain/documents/find-in-document";
import { useTranslation } from "~/ui/translation";
import styles from "./find-in-document.module.css";

/** The search field of one document, and what was found: a plain form, its state in the address. */
export function FindInDocument({ slug, found }: { slug: string; found: FoundInDocument | null }) {
  const { t } = useTranslation();
  return (
    <section className={styles.find} id="find" aria-labelledby="find-label">
      <search>
        <form action={`/documents/${slug}#find`} className={styles.form}>
          <label className={styles.label} id="find-label" htmlFor="find-text">
            {t("find.label")}
          </label>
          <input
            id="find-text"
            className={styles.input}
            type="search"
            name="find"
            defaultValue={found?.text}
            maxLength={200}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck="false"
            enterKeyHint="search"
          />
          {found?.only && <input type="hidden" name="only" value="1" />}
          <button className={styles.button} type="submit">
            {t("find.submit")}
          </button>
        </form>
      </search>
      {found &&
        (found.matches.length > 0 ? <Summary slug={slug} found={found} /> : <Nothing slug={slug} found={found} />)}
    </section>
  );
}

function Summary({ slug, found }: { slug: string; found: FoundInDocument }) {
  const { t } = useTranslation();
  const { matches, only, corrections, alsoSearched } = found;
  return (
    <div className={styles.found}>
      <p className={styles.count} role="status">
        {t("find.matches", { count: matches.length, text: asRead(found) })}
        {found.someWords && ` ${t("find.someWords")}`}
      </p>
      {corrections.length > 0 && (
        <p className={styles.small}>
          {t("search.showingFor")} <b>{corrections.map(({ read }) => read).join(", ")}</b> {t("search.insteadOf")}{" "}
          <s>{corrections.map(({ typed }) => typed).join(", ")}</s>
        </p>
      )}
      {alsoSearched.length > 0 && (
        <p className={styles.small}>{`${t("search.alsoSearched")}${t("site.colon")} ${alsoSearched.join(", ")}`}</p>
      )}
      <p className={styles.ways}>
        <a href={`#${matches[0]?.eid}`}>{t("find.first")}</a>
        <a href={pathFor(slug, { ...found, only: !only })} rel="nofollow">
          {t(only ? "find.all" : "find.only")}
        </a>
        <a href={`/documents/${slug}`}>{t("find.clear")}</a>
      </p>
    </div>
  );
}

function Nothing({ slug, found }: { slug: string; found: FoundInDocument }) {
  const { t } = useTranslation();
  const { spellings, inLibrary } = found.waysOut ?? { spellings: [], inLibrary: 0 };
  return (
    <div className={styles.found}>
      <p className={styles.count} role="status">
        {t("find.nothing", { text: found.text })} {t("search.tip")}
      </p>
      {spellings.length > 0 && (
        <p className={styles.ways}>
          {t("search.didYouMean")}
          {spellings.map(({ text, matches }) => (
            <span key={text}>
              <a href={pathFor(slug, { text, only: false })} rel="nofollow">
                {text}
              </a>{" "}
              ({t("count.provision", { count: matches })})
            </span>
          ))}
        </p>
      )}
      <p className={styles.ways}>
        {inLibrary > 0 && (
          <span>
            <a href={`/search?${new URLSearchParams({ q: found.text })}`} rel="nofollow">
              {t("find.inLibrary")}
            </a>{" "}
            ({t("count.result", { count: inLibrary })})
          </span>
        )}
        <a href={`/documents/${slug}`}>{t("find.clear")}</a>
      </p>
    </div>
  );
}

const pathFor = (slug: string, find: FindRequest) => `/documents/${slug}${findQuery(find)}#find`;

/** What was searched for, in its corrected spelling. */
export const asRead = ({ text, corrections }: Pick<FoundInDocument, "text" | "corrections">): string =>
  corrections.reduce((words, { typed, read }) => words.replaceAll(typed, read), text);
