import type { TemplateTerms } from "~/domain/contributions/template-terms";
import { RadioGroup } from "~/ui/form/choice-fields";
import { FileField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { Page, Part } from "~/ui/layout/page";
import { WideTable } from "~/ui/layout/wide-table";
import { useTranslation } from "~/ui/translation";
import { type ContributionKind, contributionKinds } from "~db/schema/contribution";
import styles from "./contribution.module.css";
import { ExchangeFiles } from "./exchange-files";
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
          <ExchangeFiles key={kind} kind={kind} terms={terms} />
        ))}
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
