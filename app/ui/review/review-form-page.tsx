import type { EditedReviewField } from "~/domain/reviews/edited-review";
import type { Rubric } from "~/domain/reviews/rubric";
import contribution from "~/ui/contribution/contribution.module.css";
import { useEditorTexts } from "~/ui/contribution/editor-texts";
import { Contents } from "~/ui/entry/contents";
import { Side } from "~/ui/entry/side";
import { Form } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { useTranslation } from "~/ui/translation";
import { DeclinePart } from "./invitation-page";
import { type ReviewedLink, ReviewField } from "./review-field";
import { reviewLabels } from "./review-labels";
import { criterionTexts } from "./rubric-texts";
import { TaskFrame, type TaskHead } from "./task-frame";

export interface ReviewFormProps {
  head: TaskHead;
  rubric: Rubric;
  revision: number;
  fields: EditedReviewField[];
  links: ReviewedLink[];
  /** Criteria that have a score. */
  scored: number;
  /** Of a pair: the other one's name. */
  partner: string | null;
  saved: boolean;
  refused?: Refused;
}

/** The rubric as one long form. The editor's script saves its fields one by one (app/enhance/editor); a button saves them all. */
export function ReviewFormPage(props: ReviewFormProps) {
  const { head, rubric, revision, fields, links, scored, partner, saved, refused } = props;
  const { t } = useTranslation();
  const texts = useEditorTexts();
  const of = (...names: string[]) =>
    fields
      .filter(({ name }) => names.includes(name))
      .map((field) => <ReviewField key={field.name} field={field} rubric={rubric} kind={head.kind} links={links} />);
  const parts = ["strengths", "changes", "links", "conclusion"] as const;
  const shown = parts.filter((part) => part !== "links" || links.length > 0);
  return (
    <TaskFrame
      head={head}
      page="review"
      lead={t("reviewing.formLead")}
      aside={
        <>
          <Side title={t("reviewing.progress")}>
            <p className={contribution.meter}>
              <meter
                min={0}
                max={100}
                value={Math.round((100 * scored) / rubric.criteria.length)}
                data-meter=""
                aria-label={t("reviewing.progress")}
              />
              <span data-percent="">
                {t("editor.percent", { percent: Math.round((100 * scored) / rubric.criteria.length) })}
              </span>
            </p>
          </Side>
          <Contents
            label={t("editor.sections")}
            items={[
              ...rubric.criteria.map((criterion) => ({
                name: criterionTexts(t, criterion).title,
                id: `criterion-${criterion.key}`,
              })),
              ...shown.map((part) => ({ name: t(`reviewing.part.${part}`), id: `part-${part}` })),
            ]}
          />
        </>
      }
    >
      <div data-notice="" role="status" className={contribution.notice}>
        {saved && !refused && t("editor.savedAll")}
      </div>
      {partner && (
        <p>{t(head.part === "senior" ? "reviewing.withJunior" : "reviewing.withSenior", { name: partner })}</p>
      )}
      <Form
        id="review"
        labels={reviewLabels(t, rubric)}
        refused={refused}
        submit={t("editor.save")}
        wide
        data={{
          "data-editor": `/reviews/${head.id}`,
          "data-revision": String(revision),
          "data-texts": JSON.stringify(texts),
        }}
      >
        {rubric.criteria.map((criterion) => {
          const { title, question } = criterionTexts(t, criterion);
          return (
            <section
              key={criterion.key}
              className={contribution.section}
              aria-labelledby={`criterion-${criterion.key}`}
            >
              <h2 id={`criterion-${criterion.key}`} lang={rubric.language ?? undefined}>
                {title}
              </h2>
              <p lang={rubric.language ?? undefined}>{question}</p>
              {of(`score.${criterion.key}`, `comment.${criterion.key}`)}
            </section>
          );
        })}
        {shown.map((part) => (
          <section key={part} className={contribution.section} aria-labelledby={`part-${part}`}>
            <h2 id={`part-${part}`}>{t(`reviewing.part.${part}`)}</h2>
            {part === "conclusion" ? of("confidential", "recommendation") : of(part)}
          </section>
        ))}
      </Form>
      {head.part !== "junior" && (
        <p>
          <a href={`/reviews/${head.id}/submit`}>{t("reviewing.goSubmit")}</a>
        </p>
      )}
      <details>
        <summary>{t("reviewing.cannot")}</summary>
        <DeclinePart refused={refused} />
      </details>
    </TaskFrame>
  );
}
