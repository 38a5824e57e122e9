import { type Criterion, mostCriteria, scores } from "~/domain/reviews/rubric";
import { rubricField } from "~/domain/reviews/rubric-form";
import contribution from "~/ui/contribution/contribution.module.css";
import { TextField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { Page } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import { criterionTexts } from "./rubric-texts";

interface RubricPageProps {
  network: { id: string; name: string; language: string };
  criteria: Criterion[];
  saved: boolean;
  refused?: Refused;
}

/** The rubric of a network: its criteria, and an empty one to add another. */
export function RubricPage({ network, criteria, saved, refused }: RubricPageProps) {
  const { t } = useTranslation();
  const empty: Criterion = { key: "", title: "", question: "", anchors: ["", "", "", "", ""] };
  const shown = refused ? rowsOf(refused) : [...criteria, empty].slice(0, mostCriteria);
  const labels = Object.fromEntries(
    shown.flatMap((_, index) => [
      [rubricField(index, "title"), t("rubricForm.title", { number: index + 1 })],
      [rubricField(index, "question"), t("rubricForm.question", { number: index + 1 })],
      ...scores.map((score) => [rubricField(index, score), t("rubricForm.anchor", { number: index + 1, score })]),
    ]),
  );
  return (
    <Page
      title={t("rubricForm.heading")}
      eyebrow={<span lang={network.language}>{network.name}</span>}
      lead={t("rubricForm.lead")}
      crumbs={[
        { name: t("networks.title"), to: "/networks" },
        { name: network.name, to: `/networks/${network.id}` },
        { name: t("rubricForm.heading") },
      ]}
    >
      {saved && !refused && (
        <p role="status" className={contribution.notice}>
          {t("rubricForm.saved")}
        </p>
      )}
      <Form id="rubric" labels={labels} refused={refused} submit={t("rubricForm.save")} wide>
        {shown.map((criterion, index) => {
          const { title, question, anchors } = criterionTexts(t, criterion);
          return (
            <section
              // biome-ignore lint/suspicious/noArrayIndexKey: a criterion is known by its place alone
              key={index}
              className={contribution.section}
              aria-labelledby={`criterion-${index}`}
            >
              <h2 id={`criterion-${index}`}>{title || t("rubricForm.another")}</h2>
              <input type="hidden" name={rubricField(index, "key")} value={criterion.key} />
              <TextField name={rubricField(index, "title")} value={title} optional />
              <TextField name={rubricField(index, "question")} value={question} optional />
              {scores.map((score) => (
                <TextField key={score} name={rubricField(index, score)} value={anchors[score - 1]} optional />
              ))}
            </section>
          );
        })}
      </Form>
    </Page>
  );
}

/** The criteria of a form that was sent back, as many as it had. */
function rowsOf({ values }: Refused): Criterion[] {
  const value = (index: number, part: "title" | "question" | "key" | number) =>
    String(values[rubricField(index, part)] ?? "");
  const all = Array.from({ length: mostCriteria }, (_, index) => ({
    key: value(index, "key"),
    title: value(index, "title"),
    question: value(index, "question"),
    anchors: scores.map((score) => value(index, score)),
  }));
  const filled = all.findLastIndex(({ title, question, anchors }) => [title, question, ...anchors].some(Boolean));
  return all.slice(0, Math.min(mostCriteria, filled + 2));
}
