import { isOpen } from "~/domain/reviews/assignment";
import type { Assignment } from "~/domain/reviews/review";
import { ButtonForm } from "~/ui/form/button-form";
import { formatDate } from "~/ui/format-date";
import { Line, LineList } from "~/ui/layout/line-list";
import { useTranslation } from "~/ui/translation";

export interface AssignmentLine
  extends Pick<
    Assignment,
    | "id"
    | "part"
    | "state"
    | "dueOn"
    | "declineReason"
    | "declineNote"
    | "suggestion"
    | "declaredConflict"
    | "remindedAt"
  > {
  /** Null: the account is gone. */
  name: string | null;
  overdue: boolean;
}

interface AssignmentLinesProps {
  assignments: AssignmentLine[];
  /** Of the contribution's review. */
  path: string;
  /** The round is open. */
  open: boolean;
}

/** Who was asked, what they answered, and what can be done about it. */
export function AssignmentLines({ assignments, path, open }: AssignmentLinesProps) {
  const { t, language } = useTranslation();
  if (assignments.length === 0) return null;
  return (
    <LineList>
      {assignments.map((line) => {
        const name = line.name ?? t("contribution.someone");
        const waits = isOpen(line.state);
        const fields = { assignment: line.id };
        return (
          <Line
            key={line.id}
            title={name}
            details={[
              [
                t(`assignmentState.${line.state}`),
                line.part !== "single" && t(`reviewerPart.${line.part}`),
                waits && t("reviewing.dueOn", { date: formatDate(line.dueOn, language) }),
                line.overdue && t("reviewing.overdue"),
                line.remindedAt && t("reviewing.remindedOn", { date: formatDate(line.remindedAt, language) }),
              ]
                .filter(Boolean)
                .join(" · "),
              line.declineReason &&
                [t(`declineReason.${line.declineReason}`), line.declineNote].filter(Boolean).join(": "),
              line.suggestion && t("reviewing.suggests", { text: line.suggestion }),
              line.declaredConflict && t("reviewing.toldOf", { text: line.declaredConflict }),
            ]}
          >
            {open && waits && (
              <>
                <ButtonForm form="remind" fields={fields} label={t("reviewing.remind")} about={name} />
                <a href={`${path}/reviewers?replace=${line.id}`}>{t("reviewing.replace")}</a>
                <ButtonForm form="cancel" fields={fields} label={t("reviewing.cancel")} about={name} />
              </>
            )}
            {line.state === "submitted" && (
              <ButtonForm form="thank" fields={fields} label={t("reviewing.thank")} about={name} />
            )}
          </Line>
        );
      })}
    </LineList>
  );
}
