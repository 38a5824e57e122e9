import {
  type FieldName,
  type FieldRule,
  fieldsOf,
  longestOf,
  ruleOf,
} from "~/domain/contributions/contribution-fields";
import { type TemplateTerms, termsFor } from "~/domain/contributions/template-terms";
import { FileField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { Page, Part } from "~/ui/layout/page";
import { WideTable } from "~/ui/layout/wide-table";
import { useTranslation } from "~/ui/translation";
import styles from "./contribution.module.css";

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
  found?: { file: string; name: string; titles: string[] };
}

/** Many practices at once: a file is checked first, and becomes drafts when the person says so. */
export function ImportPage({ terms, imported, refused, errors, found }: ImportProps) {
  const { t } = useTranslation();
  const labels = { file: t("files.file") };
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
        <Part id="found" title={t("exchange.found", { count: found.titles.length })} lead={t("exchange.foundLead")}>
          <Form id="confirm" labels={labels} submit={t("exchange.confirm", { count: found.titles.length })}>
            <input type="hidden" name="file" value={found.file} />
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
            <FileField name="file" accept=".csv,.json,text/csv,application/json" hint={t("exchange.hint")} />
          </Form>
          {errors && <CellErrors {...errors} />}
        </>
      )}
      <Part id="template" title={t("exchange.template")} lead={t("exchange.templateLead")}>
        <ul>
          <li>
            <a href="/contributions/template.csv">{t("exchange.templateLink")}</a>
          </li>
          <li>
            {t("exchange.own")} <a href="/contributions/export.csv">CSV</a> ·{" "}
            <a href="/contributions/export.json">JSON</a>
          </li>
          <li>
            {t("exchange.published")} <a href="/practices/export.csv">CSV</a> ·{" "}
            <a href="/practices/export.json">JSON</a>
          </li>
        </ul>
        <details>
          <summary>{t("exchange.columns")}</summary>
          <Columns terms={terms} />
        </details>
      </Part>
    </Page>
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

function Columns({ terms }: { terms: TemplateTerms }) {
  const { t } = useTranslation();
  return (
    <dl className={styles.list}>
      {fieldsOf("practice").map((name) => (
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
