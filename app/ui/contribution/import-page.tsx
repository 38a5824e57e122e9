import {
  type FieldName,
  type FieldRule,
  fieldsOf,
  longestOf,
  ruleOf,
} from "~/domain/contributions/contribution-fields";
import { type TemplateTerms, termsFor } from "~/domain/contributions/template-terms";
import { FileField, RadioGroup } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { Page, Part } from "~/ui/layout/page";
import { WideTable } from "~/ui/layout/wide-table";
import { useTranslation } from "~/ui/translation";
import { type ContributionKind, contributionKinds } from "~db/schema/contribution";
import styles from "./contribution.module.css";
import { ImportProgress } from "./import-progress";

export interface ShownCellError {
  row: number;
  column: string;
  message: string;
}

interface ImportProps {
  terms: TemplateTerms;
  /** How many drafts were just made. */
  imported: number;
  refused?: Refused;
  errors?: { shown: ShownCellError[]; total: number };
  /** A file that can be imported: what it is kept under, and the titles in it. */
  found?: { file: string; kind: ContributionKind; name: string; titles: string[] };
}

/** Many practices or case studies at once: a file is checked first, and becomes drafts when the person says so. */
export function ImportPage({ terms, imported, refused, errors, found }: ImportProps) {
  const { t } = useTranslation();
  const labels = { kind: t("exchange.kind"), file: t("files.file") };
  return (
    <Page
      title={t("contribution.import")}
      lead={t("exchange.lead")}
      crumbs={[{ name: t("desk.title"), to: "/desk" }, { name: t("contribution.import") }]}
    >
      {imported > 0 && !refused && !found && (
        <p className={styles.notice} role="status">
          {t("exchange.imported", { count: imported })} <a href="/desk">{t("desk.title")}</a>
        </p>
      )}
      {found ? (
        <Part
          id="found"
          title={t(`exchange.found.${found.kind}`, { count: found.titles.length })}
          lead={t("exchange.foundLead")}
        >
          <Form id="confirm" labels={labels} submit={t("exchange.confirm", { count: found.titles.length })}>
            <input type="hidden" name="kind" value={found.kind} />
            <input type="hidden" name="file" value={found.file} />
            <ImportProgress />
          </Form>
          <details>
            <summary>{t("exchange.titles", { name: found.name })}</summary>
            <ol className={styles.list}>
              {found.titles.map((title, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two may have the same title
                <li key={index}>{title}</li>
              ))}
            </ol>
          </details>
        </Part>
      ) : (
        <>
          <Form
            id="check"
            labels={labels}
            refused={refused && { ...refused, form: "check" }}
            submit={t("exchange.check")}
            files
          >
            <RadioGroup
              name="kind"
              value="practice"
              choices={contributionKinds.map((kind) => ({ value: kind, label: t(`exchange.kinds.${kind}`) }))}
            />
            <FileField name="file" accept=".csv,.json,text/csv,application/json" hint={t("exchange.hint")} />
            <ImportProgress />
          </Form>
          {errors && <CellErrors {...errors} />}
        </>
      )}
      <Part id="template" title={t("exchange.template")} lead={t("exchange.templateLead")}>
        {contributionKinds.map((kind) => (
          <KindFiles key={kind} kind={kind} terms={terms} />
        ))}
      </Part>
    </Page>
  );
}

const published = { practice: "/practices", "case-study": "/case-studies" } as const;

/** The files of a kind that can be downloaded, and what its columns take. */
function KindFiles({ kind, terms }: { kind: ContributionKind; terms: TemplateTerms }) {
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

function CellErrors({ shown, total }: { shown: ShownCellError[]; total: number }) {
  const { t } = useTranslation();
  return (
    <Part id="errors" title={t("exchange.errors", { count: total })}>
      <WideTable labelledBy="errors">
        <thead>
          <tr>
            <th scope="col">{t("exchange.row")}</th>
            <th scope="col">{t("exchange.column")}</th>
            <th scope="col">{t("exchange.mend")}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ row, column, message }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell may have two errors
            <tr key={index}>
              <td>{row || ""}</td>
              <td>{column && <code>{column}</code>}</td>
              <td>{message}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      {total > shown.length && <p>{t("exchange.more", { count: total - shown.length })}</p>}
    </Part>
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
