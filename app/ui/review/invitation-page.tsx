import { Facts } from "~/ui/entry/facts";
import { Side } from "~/ui/entry/side";
import { SelectField } from "~/ui/form/choice-fields";
import { TextAreaField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { formatDate } from "~/ui/format-date";
import { Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import { declineReasons } from "~db/schema/review";
import { TaskFrame, type TaskHead } from "./task-frame";

export interface InvitationProps {
  head: TaskHead;
  network: string;
  pitch: string;
  city: string | null;
  /** Null: they are hidden. */
  authors: string[] | null;
  /** Of a pair: the other one's name. */
  partner: string | null;
  refused?: Refused;
}

/** What is asked of whom until when, and the answer: the text itself is for who says yes. */
export function InvitationPage({ head, network, pitch, city, authors, partner, refused }: InvitationProps) {
  const { t, language } = useTranslation();
  const labels = {
    conflict: t("reviewing.conflict"),
    reason: t("reviewing.declineReason"),
    note: t("reviewing.declineNote"),
    suggestion: t("reviewing.suggestion"),
  };
  return (
    <TaskFrame
      head={head}
      page="review"
      lead={t("reviewing.invited", { network, date: formatDate(head.dueOn, language) })}
      aside={
        <Side title={t("reviewing.about")}>
          <Facts
            facts={[
              [t("template.city.label"), city],
              [t("contribution.authors"), authors ? authors.join(", ") : t("reviewing.hidden")],
              [
                t("template.language.label"),
                new Intl.DisplayNames(language, { type: "language" }).of(head.language) ?? "",
              ],
            ]}
          />
        </Side>
      }
    >
      {head.part !== "single" && partner && (
        <p>{t(head.part === "senior" ? "reviewing.asSenior" : "reviewing.asJunior", { name: partner })}</p>
      )}
      <Part id="abstract" title={t("template.pitch.label")}>
        <p lang={head.language}>{pitch}</p>
      </Part>
      {head.round > 1 && <p>{t("reviewing.again")}</p>}
      <Part id="accept" title={t("reviewing.accept")} lead={t("reviewing.acceptLead")}>
        <Form id="accept-review" labels={labels} refused={refused} submit={t("reviewing.accept")}>
          <TextAreaField name="conflict" rows={2} optional hint={t("reviewing.conflictHint")} />
        </Form>
      </Part>
      <DeclinePart refused={refused} />
    </TaskFrame>
  );
}

/** The no of somebody who was asked, with the reason: who could be asked instead helps most. */
export function DeclinePart({ refused }: { refused?: Refused }) {
  const { t } = useTranslation();
  return (
    <Part id="decline" title={t("reviewing.decline")} lead={t("reviewing.declineLead")}>
      <Form
        id="decline-review"
        labels={{
          reason: t("reviewing.declineReason"),
          note: t("reviewing.declineNote"),
          suggestion: t("reviewing.suggestion"),
        }}
        refused={refused}
        submit={t("reviewing.decline")}
        danger
      >
        <SelectField
          name="reason"
          choices={declineReasons.map((value) => ({ value, label: t(`declineReason.${value}`) }))}
        />
        <TextAreaField name="note" rows={2} optional />
        <TextAreaField name="suggestion" rows={2} optional hint={t("reviewing.suggestionHint")} />
      </Form>
    </Part>
  );
}
