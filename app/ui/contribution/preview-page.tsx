import type { FieldValues } from "~/domain/contributions/contribution";
import { type FieldName, fieldsOf, ruleOf } from "~/domain/contributions/contribution-fields";
import { readCodes, readRows } from "~/domain/contributions/field-value";
import type { RenderedText } from "~/domain/contributions/rendered-text";
import type { TemplateTerms } from "~/domain/contributions/template-terms";
import type { ContributionFile } from "~/domain/files/file";
import type { LinkView } from "~/domain/links/link";
import { type CallAnswered, InAnswer } from "~/ui/call/in-answer";
import { Facts } from "~/ui/entry/facts";
import { Markdown } from "~/ui/entry/markdown";
import { Side } from "~/ui/entry/side";
import { MissingFields } from "~/ui/experience/missing-fields";

import { RowTable } from "~/ui/experience/row-table";
import { FileList } from "~/ui/files/file-list";
import { formatDate } from "~/ui/format-date";
import { Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import styles from "./contribution.module.css";
import { ContributionFrame, type ContributionHead } from "./contribution-frame";
import { LinkParts } from "./links-parts";
import { valueLabel } from "./value-label";

interface PreviewProps {
  head: ContributionHead;
  values: FieldValues;
  authors: string[];
  /** What it answers. */
  call: CallAnswered | null;
  texts: RenderedText[];
  files: ContributionFile[];
  terms: TemplateTerms;
  links: LinkView[];
}

/** A contribution as its readers will see it. */
export function PreviewPage({ head, values, authors, call, texts, files, links, terms }: PreviewProps) {
  const { t, language } = useTranslation();
  const label = (name: FieldName, code: string) => valueLabel(t, language, terms, name, code);
  const fields = fieldsOf(head.kind);
  const fact = (name: FieldName): [string, string | null] => {
    const value = values[name] ?? "";
    const rule = ruleOf(name);
    const text =
      rule.kind === "date" && value
        ? formatDate(value, language)
        : rule.kind === "codes"
          ? readCodes(value)
              .map((code) => label(name, code))
              .join(", ")
          : rule.kind === "choice"
            ? label(name, value)
            : value;
    return [t(`template.${name}.label`), text || null];
  };
  const short = fields.filter(
    (name) => !["text", "rows"].includes(ruleOf(name).kind) && name !== "title" && name !== "pitch",
  );
  const tables = fields.filter((name) => ruleOf(name).kind === "rows");
  const missing = [
    ...texts.filter(({ html, plain }) => html === null && plain === null).map(({ name }) => name),
    ...tables.filter(isMissing),
  ];
  return (
    <ContributionFrame
      head={head}
      page="preview"
      lead={values.pitch}
      leadLanguage={head.language}
      aside={
        <Side title={t("experience.facts")}>
          <Facts facts={short.map(fact)} />
        </Side>
      }
    >
      <p>{t("contribution.byAuthors", { names: authors.join(", ") })}</p>
      <p>{t("contribution.previewNote")}</p>
      {call && <InAnswer call={call} />}
      {texts.map(
        ({ name, html, plain }) =>
          (html !== null || plain !== null) && (
            <Part key={name} id={`part-${name}`} title={t(`template.${name}.label`)}>
              {html !== null && <Markdown html={html} language={head.language} />}
              {plain !== null && (
                <p className={styles.theirs} lang={head.language}>
                  {plain}
                </p>
              )}
            </Part>
          ),
      )}
      <FileList files={files} language={head.language} />
      {tables.map(
        (name) =>
          isMissing(name) || (
            <Part key={name} id={`part-${name}`} title={t(`template.${name}.label`)}>
              <RowTable
                name={name}
                rows={readRows(values[name] ?? "")}
                labelledBy={`part-${name}`}
                language={head.language}
              />
            </Part>
          ),
      )}
      <LinkParts links={links} language={head.language} />
      <MissingFields names={missing.map((name) => t(`template.${name}.label`))} />
    </ContributionFrame>
  );

  function isMissing(name: FieldName) {
    return !values[name];
  }
}
