import type { FactCheck, FieldValues } from "~/domain/contributions/contribution";
import { fieldsOf, ruleOf } from "~/domain/contributions/contribution-fields";
import { pointName } from "~/domain/contributions/fact-check-form";
import { isEmpty } from "~/domain/contributions/field-value";
import type { LinkView } from "~/domain/links/link";
import { SelectField } from "~/ui/form/choice-fields";
import { TextAreaField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { formatDate } from "~/ui/format-date";
import { useTranslation } from "~/ui/translation";
import styles from "./contribution.module.css";
import { ContributionFrame, type ContributionHead } from "./contribution-frame";
import { LinkParts } from "./links-parts";

interface FactCheckProps {
  head: ContributionHead;
  factCheck: FactCheck | null;
  hasCity: boolean;
  values: FieldValues;
  links: LinkView[];
  mayAsk: boolean;
  mayAnswer: boolean;
  refused?: Refused;
}

/** The city's check of a case study's facts: asked for by its authors, answered by an official of the city. */
export function FactCheckPage({ head, factCheck, hasCity, mayAsk, mayAnswer, links, ...answering }: FactCheckProps) {
  const { t } = useTranslation();
  return (
    <ContributionFrame head={head} page="factCheck">
      {factCheck && <Standing factCheck={factCheck} language={head.language} />}
      {mayAnswer && <Answer {...answering} language={head.language} />}
      {mayAsk && (
        <>
          <p>{t("contribution.askLead")}</p>
          <Form id="ask" labels={{}} submit={t(factCheck ? "contribution.askAgain" : "contribution.ask")} />
        </>
      )}
      {mayAnswer && <LinkParts links={links} language={head.language} />}
      {!hasCity && <p>{t("contribution.needsCity")}</p>}
    </ContributionFrame>
  );
}

function Standing({ factCheck, language: content }: { factCheck: FactCheck; language: string }) {
  const { t, language } = useTranslation();
  const { answer, askedAt, answeredAt, disputedPoints } = factCheck;
  const date = formatDate(answeredAt ?? askedAt, language);
  return (
    <div role="status">
      <p>{t(answer === null ? "contribution.asked" : `contribution.${answer}`, { date })}</p>
      <dl className={styles.list}>
        {disputedPoints.map(({ field, text }) => (
          <div key={field}>
            <dt>{t(`template.${field}.label`)}</dt>
            <dd className={styles.theirs} lang={content}>
              {text}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

type AnswerProps = Pick<FactCheckProps, "values" | "refused"> & { language: string };

function Answer({ values, refused, language }: AnswerProps) {
  const { t } = useTranslation();
  const fields = fieldsOf("case-study").filter(
    (name) => ["text", "line"].includes(ruleOf(name).kind) && !isEmpty(values[name]),
  );
  const label = (name: (typeof fields)[number]) => t("contribution.point", { field: t(`template.${name}.label`) });
  return (
    <Form
      id="answer"
      labels={{
        answer: t("contribution.answer"),
        ...Object.fromEntries(fields.map((name) => [pointName(name), label(name)])),
      }}
      refused={refused}
      submit={t("contribution.sendAnswer")}
      wide
    >
      <p>{t("contribution.answerLead")}</p>
      {fields.map((name) => (
        <div key={name} className={styles.field}>
          <h2>{t(`template.${name}.label`)}</h2>
          <div className={styles.theirs} lang={language}>
            {values[name]}
          </div>
          <TextAreaField name={pointName(name)} rows={2} optional />
        </div>
      ))}
      <SelectField
        name="answer"
        choices={[
          { value: "confirmed", label: t("contribution.answerConfirmed") },
          { value: "disputed", label: t("contribution.answerDisputed") },
        ]}
      />
    </Form>
  );
}
