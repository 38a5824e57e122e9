import type { EditedReviewField } from "~/domain/reviews/edited-review";
import { kindOfField } from "~/domain/reviews/review-fields";
import { type Rubric, scores } from "~/domain/reviews/rubric";
import contribution from "~/ui/contribution/contribution.module.css";
import { useField } from "~/ui/form/form";
import forms from "~/ui/form/form.module.css";
import { formatMoment } from "~/ui/format-date";
import { useTranslation } from "~/ui/translation";
import type { ContributionKind } from "~db/schema/contribution";
import { recommendations } from "~db/schema/review";
import { ChangesInput } from "./changes-input";
import styles from "./review.module.css";
import { reviewText } from "./review-text";
import { criterionTexts } from "./rubric-texts";

/** A link of the contribution that a reviewer can confirm. */
export interface ReviewedLink {
  key: string;
  label: string;
  note: string | null;
}

interface ReviewFieldProps {
  field: EditedReviewField;
  rubric: Rubric;
  kind: ContributionKind;
  links: ReviewedLink[];
}

/** A field of the form of a review: its input, its hint, and whether it is saved. */
export function ReviewField({ field, rubric, kind, links }: ReviewFieldProps) {
  const { t, language } = useTranslation();
  const { name, base, savedAt, theirs } = field;
  const { id, label, error, given } = useField(name);
  const value = typeof given === "string" ? given : field.value;
  const [part] = name.split(".");
  const hint = hinted.find((one) => one === part);
  const inputKind = kindOfField(name);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
  const body = (
    <>
      {hint && (
        <p className={forms.hint} id={`${id}-hint`}>
          {t(`reviewing.hint.${hint}`)}
        </p>
      )}
      {error && (
        <p className={forms.error} id={`${id}-error`}>
          {error}
        </p>
      )}
      {theirs && (
        <div className={contribution.conflict} data-conflict="">
          <p className={forms.error}>{t("editor.conflict")}</p>
          <p>
            {t("editor.conflictLead", {
              name: theirs.savedBy ?? t("contribution.someone"),
              time: formatMoment(theirs.savedAt, language),
            })}
          </p>
          <p className={forms.label}>{t("editor.theirs")}</p>
          <pre className={contribution.theirs}>{reviewText(t, name, theirs.value) || t("editor.emptyText")}</pre>
          <label className={forms.choice}>
            <input type="checkbox" name={`take.${name}`} value={theirs.revision} />
            <span>{t("editor.takeInstead")}</span>
          </label>
        </div>
      )}
      {name.startsWith("score.") && <ScoreInput name={name} value={value} rubric={rubric} />}
      {name === "recommendation" && (
        <Radios
          name={name}
          value={value}
          choices={recommendations.map((code) => ({ code, label: t(`recommendation.${code}`) }))}
        />
      )}
      {name === "links" && <LinksInput value={value} links={links} />}
      {name === "changes" && <ChangesInput value={value} kind={kind} />}
      {inputKind === "text" && (
        <textarea
          id={id}
          name={name}
          aria-describedby={described}
          aria-invalid={error ? true : undefined}
          // A newline at the very beginning of a textarea is not taken as text.
          defaultValue={value.startsWith("\n") ? `\n${value}` : value}
          rows={name.startsWith("comment.") ? 3 : 5}
          className={`${forms.input} ${styles.text}`}
        />
      )}
      <input type="hidden" name={`revision.${name}`} value={base} />
      <p className={contribution.state}>
        <span />
        <span data-state="" role="status">
          {savedAt && !error && t("editor.saved", { time: formatMoment(savedAt, language) })}
        </span>
      </p>
    </>
  );
  const mark = { "data-field": name, "data-kind": inputKind, "data-wrong": error ? "" : undefined };
  if (inputKind === "text")
    return (
      <div className={contribution.field} {...mark}>
        <label htmlFor={id} className={forms.label}>
          {label}
        </label>
        {body}
      </div>
    );
  return (
    <fieldset
      className={`${forms.group} ${contribution.field}`}
      id={id}
      tabIndex={-1}
      aria-describedby={described}
      {...mark}
    >
      <legend>{name.startsWith("score.") ? t("reviewing.score") : label}</legend>
      {body}
    </fieldset>
  );
}

const hinted = ["strengths", "changes", "links", "confidential"] as const;

function ScoreInput({ name, value, rubric }: { name: string; value: string; rubric: Rubric }) {
  const { t } = useTranslation();
  const criterion = rubric.criteria.find(({ key }) => name === `score.${key}`);
  if (!criterion) return null;
  const { anchors } = criterionTexts(t, criterion);
  return (
    <Radios
      name={name}
      value={value}
      language={rubric.language ?? undefined}
      choices={scores.map((score) => ({ code: String(score), label: `${score} – ${anchors[score - 1] ?? ""}` }))}
    />
  );
}

interface RadiosProps {
  name: string;
  value: string;
  language?: string;
  choices: { code: string; label: string }[];
}

function Radios({ name, value, choices, language }: RadiosProps) {
  return (
    <div className={styles.radios}>
      {choices.map(({ code, label }) => (
        <label key={code} className={forms.choice}>
          <input type="radio" name={name} value={code} defaultChecked={value === code} />
          <span lang={language}>{label}</span>
        </label>
      ))}
    </div>
  );
}

function LinksInput({ value, links }: { value: string; links: ReviewedLink[] }) {
  const chosen = value === "" ? [] : (JSON.parse(value) as string[]);
  return (
    <div className={styles.radios}>
      {links.map(({ key, label, note }) => (
        <label key={key} className={forms.choice}>
          <input type="checkbox" name="links" value={key} defaultChecked={chosen.includes(key)} />
          <span>
            {label}
            {note && <span className={styles.note}>{note}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}
