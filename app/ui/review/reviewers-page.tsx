import { blocks, isBlocked } from "~/domain/reviews/conflict-rules";
import { dayChoices, defaultDays } from "~/domain/reviews/due-date";
import type { RankedCandidate } from "~/domain/reviews/rank-reviewers";
import { ContributionFrame, type ContributionHead } from "~/ui/contribution/contribution-frame";
import { CheckboxField, SelectField } from "~/ui/form/choice-fields";
import { Form, useField } from "~/ui/form/form";
import forms from "~/ui/form/form.module.css";
import type { Refused } from "~/ui/form/read-form";
import { useTranslation } from "~/ui/translation";
import styles from "./review.module.css";

export interface ReviewersProps {
  head: ContributionHead;
  candidates: RankedCandidate[];
  /** What themes, tools and regions are called, by their code. */
  names: Record<string, string>;
  /** Whose place is taken. */
  replaced: { id: string; name: string; part: "single" | "senior" | "junior" } | null;
  /** Those who were asked in this round and have not said no. */
  asked: string[];
  refused?: Refused;
}

/** Who could review, the best suited first, each with the reasons for and against; and the invitation. */
export function ReviewersPage({ head, candidates, names, replaced, asked, refused }: ReviewersProps) {
  const { t } = useTranslation();
  const open = candidates.filter(({ id }) => !asked.includes(id));
  const leaders = replaced?.part === "junior" ? open : open.filter(({ reviewer }) => reviewer);
  const juniors = open.filter(({ conflicts }) => !isBlocked(conflicts));
  return (
    <ContributionFrame
      head={head}
      page="review"
      lead={replaced ? t("reviewing.replaceLead", { name: replaced.name }) : t("reviewing.inviteLead")}
    >
      {leaders.length === 0 ? (
        <p>
          {t("reviewing.noCandidates")} <a href={`/contributions/${head.id}/review`}>{t("reviewing.back")}</a>
        </p>
      ) : (
        <Form
          id="invite"
          labels={{
            reviewer: t("reviewing.reviewer"),
            junior: t("reviewing.junior"),
            days: t("reviewing.days"),
            despite: t("reviewing.despite"),
          }}
          refused={refused}
          submit={replaced ? t("reviewing.replace") : t("reviewing.inviteNow")}
          wide
        >
          {replaced && <input type="hidden" name="replaces" value={replaced.id} />}
          <Candidates candidates={leaders} names={names} />
          {!replaced && (
            <SelectField
              name="junior"
              optional
              hint={t("reviewing.juniorHint")}
              choices={juniors.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <SelectField
            name="days"
            value={String(defaultDays)}
            choices={dayChoices.map((days) => ({ value: String(days), label: t("reviewing.inDays", { count: days }) }))}
          />
          <CheckboxField name="despite" hint={t("reviewing.despiteHint")} />
        </Form>
      )}
    </ContributionFrame>
  );
}

function Candidates({ candidates, names }: Pick<ReviewersProps, "candidates" | "names">) {
  const { t } = useTranslation();
  const { id, label, error, given } = useField("reviewer");
  return (
    <fieldset className={styles.candidates} id={id} tabIndex={-1} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className={forms.label}>{label}</legend>
      {error && (
        <p className={forms.error} id={`${id}-error`}>
          {error}
        </p>
      )}
      {candidates.map((candidate) => (
        <div key={candidate.id} className={styles.candidate}>
          <label className={forms.choice}>
            <input
              type="radio"
              name="reviewer"
              value={candidate.id}
              disabled={isBlocked(candidate.conflicts)}
              defaultChecked={given === candidate.id}
              aria-describedby={`why-${candidate.id}`}
            />
            <span>{candidate.name}</span>
          </label>
          <ul id={`why-${candidate.id}`}>
            {candidate.conflicts.map((kind) => (
              <li key={kind} data-blocks={blocks(kind) ? "" : undefined}>
                {t(blocks(kind) ? "reviewing.blocks" : "reviewing.warns", { reason: t(`conflict.${kind}`) })}
              </li>
            ))}
            <Reasons candidate={candidate} names={names} />
          </ul>
        </div>
      ))}
    </fieldset>
  );
}

function Reasons({ candidate: { reasons }, names }: { candidate: RankedCandidate; names: Record<string, string> }) {
  const { t } = useTranslation();
  const list = (codes: string[]) => codes.map((code) => names[code] ?? code).join(", ");
  const words = [
    reasons.themes.length > 0 && t("reviewing.why.themes", { list: list(reasons.themes) }),
    reasons.tools.length > 0 && t("reviewing.why.tools", { list: list(reasons.tools) }),
    reasons.language && t("reviewing.why.language"),
    reasons.region && t("reviewing.why.region", { name: names[reasons.region] ?? reasons.region }),
    reasons.open > 0 ? t("reviewing.why.open", { count: reasons.open }) : t("reviewing.why.free"),
    reasons.written > 0 ? t("reviewing.why.written", { count: reasons.written }) : t("reviewing.why.newcomer"),
  ];
  return words.map((text) => text && <li key={text}>{text}</li>);
}
