import {
  type FieldName,
  type FieldRule,
  fieldsOf,
  longestOf,
  ruleOf,
} from "~/domain/contributions/contribution-fields";
import { type TemplateTerms, termsFor } from "~/domain/contributions/template-terms";
import { useTranslation } from "~/ui/translation";
import type { ContributionKind } from "~db/schema/contribution";
import styles from "./contribution.module.css";

const published = { practice: "/practices", "case-study": "/case-studies" } as const;

/** The files of a kind that can be downloaded, and what its columns take. */
export function ExchangeFiles({ kind, terms }: { kind: ContributionKind; terms: TemplateTerms }) {
  const { t } = useTranslation();
  const name = t(`exchange.kinds.${kind}`);
  const files = (path: string, query = "") => (
    <>
      <a href={`${path}/export.csv${query}`}>CSV</a> · <a href={`${path}/export.json${query}`}>JSON</a>
    </>
  );
  return (
    <>
      <h3>{name}</h3>
      <ul>
        <li>
          <a href={`/contributions/template.csv?kind=${kind}`} aria-label={`${t("exchange.templateLink")}: ${name}`}>
            {t("exchange.templateLink")}
          </a>
        </li>
        <li>
          {t("exchange.own")} {files("/contributions", `?kind=${kind}`)}
        </li>
        <li>
          {t("exchange.published")} {files(published[kind])}
        </li>
      </ul>
      <details>
        <summary>
          {t("exchange.columns")} ({name})
        </summary>
        <Columns kind={kind} terms={terms} />
      </details>
    </>
  );
}

function Columns({ kind, terms }: { kind: ContributionKind; terms: TemplateTerms }) {
  const { t } = useTranslation();
  return (
    <dl className={styles.list}>
      {fieldsOf(kind).map((name) => (
        <div key={name}>
          <dt>
            <code>{headingOf(name, ruleOf(name))}</code> {t(`template.${name}.label`)}
          </dt>
          <dd>
            <Takes name={name} terms={terms} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

const headingOf = (name: FieldName, rule: FieldRule): string =>
  rule.kind === "rows" ? rule.columns.map((column) => `${name}.1.${column.name}`).join(", ") : name;

/** What may stand in a column. */
function Takes({ name, terms }: { name: FieldName; terms: TemplateTerms }) {
  const { t } = useTranslation();
  const rule = ruleOf(name);
  switch (rule.kind) {
    case "line":
    case "text":
      return <>{t(rule.kind === "line" ? "exchange.line" : "exchange.text", { max: longestOf(name) ?? 0 })}</>;
    case "date":
      return <>{t("exchange.date")}</>;
    case "rows":
      return <>{t("exchange.lines")}</>;
    case "choice":
      if (rule.choices !== "city") return <code>{rule.choices.join(" · ")}</code>;
      return (
        <>
          {t("exchange.city")} <a href="/cities">{t("cities.title")}</a>
        </>
      );
    case "codes":
      return (
        <>
          {t("exchange.codes")}{" "}
          <code>
            {termsFor(terms, name)
              .map(({ code }) => code)
              .join("; ")}
          </code>
        </>
      );
  }
}
