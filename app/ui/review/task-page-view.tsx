import { FormErrors } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { useTranslation } from "~/ui/translation";
import { InvitationPage, type InvitationProps } from "./invitation-page";
import { ReviewFormPage, type ReviewFormProps } from "./review-form-page";
import { TaskFrame, type TaskHead } from "./task-frame";
import { WrittenReviewPage, type WrittenReviewProps } from "./written-review-page";

type TaskView =
  | ({ view: "invitation" } & InvitationProps)
  | ({ view: "form" } & ReviewFormProps)
  | ({ view: "written" } & WrittenReviewProps)
  | { view: "over"; head: TaskHead };

/** A reviewer's page, by what is to be done on it. */
export function TaskPageView({ page, refused }: { page: TaskView; refused?: Refused }) {
  switch (page.view) {
    case "invitation":
      return <InvitationPage {...page} refused={refused} />;
    case "form":
      return <ReviewFormPage {...page} refused={refused} />;
    case "written":
      return <WrittenReviewPage {...page} refused={refused} />;
    default:
      return <OverPage head={page.head} refused={refused} />;
  }
}

/** Nothing is to be done any more: declined, cancelled or given to somebody else. */
function OverPage({ head, refused }: { head: TaskHead; refused?: Refused }) {
  const { t } = useTranslation();
  return (
    <TaskFrame head={head} page="review" lead={t("reviewing.over")}>
      {refused && <FormErrors id={refused.form} labels={{}} refused={refused} />}
      <p>
        <a href="/reviews">{t("reviewing.title")}</a>
      </p>
    </TaskFrame>
  );
}
