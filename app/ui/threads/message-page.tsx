import type { MetaDescriptor } from "@remix-run/react";
import type { OpenReport } from "~/domain/threads/report-queries.server";
import { longestMessage } from "~/domain/threads/thread";
import type { MessageView, ThreadView } from "~/domain/threads/thread-view";
import { CheckboxField } from "~/ui/form/choice-fields";
import { TextAreaField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { formatMoment } from "~/ui/format-date";
import { DoneNotice } from "~/ui/layout/notice";
import { Page, Part } from "~/ui/layout/page";
import type { frameOf } from "~/ui/meta";
import { useTranslation } from "~/ui/translation";
import { MessageArticle } from "./message-view";
import { aboutTitle, talkMeta, threadCrumbs, threadTitle } from "./thread-crumbs";
import styles from "./threads.module.css";

interface MessagePageProps {
  thread: ThreadView;
  message: MessageView;
  /** As it was typed, for who may mend it. */
  text: string;
  /** The state of the message that the page shows. */
  seen: string;
  reports: OpenReport[];
  /** The reader may read nothing else of the discussion. */
  alone: boolean;
  /** The reader has just reported it. */
  reported: boolean;
  signedIn: boolean;
  refused?: Refused;
}

/** One message by itself, with the forms for who may do something about it. */
export function MessagePage(props: MessagePageProps) {
  const { thread, message, refused, reported, alone, signedIn } = props;
  const { t } = useTranslation();
  const title = t("threads.message", { number: message.number });
  // A form that came too late stays, so that nothing that was typed is lost.
  const shows = (form: string, may: boolean) => may || refused?.form === form;
  return (
    <Page
      title={title}
      eyebrow={<span lang={thread.title ? thread.language : undefined}>{threadTitle(t, thread)}</span>}
      crumbs={threadCrumbs(
        t,
        thread.about,
        { name: threadTitle(t, thread), ...(!alone && { to: `/threads/${thread.id}` }) },
        { name: title },
      )}
    >
      {reported && !refused && <DoneNotice>{t("threads.reportedDone")}</DoneNotice>}
      <MessageArticle threadId={thread.id} message={message} alone />
      <p>{alone ? t("threads.judgeAlone") : <a href={message.path}>{t("threads.inContext")}</a>}</p>
      {shows("edit", message.may.edit) && <Edit {...props} />}
      {shows("take-back", message.may.takeBack) && (
        <Part title={t("threads.tool.takeBack")} id="take-back" lead={t("threads.takeBackLead")}>
          <Form
            id="take-back"
            labels={{ sure: t("threads.sure") }}
            refused={refused}
            submit={t("threads.tool.takeBack")}
            danger
          >
            <CheckboxField name="sure" />
          </Form>
        </Part>
      )}
      {(shows("remove", message.may.judge) || refused?.form === "dismiss") && <Judge {...props} />}
      {shows("report", message.may.report && !message.may.judge && !reported) && (
        <Part title={t("threads.reportTitle")} id="report" lead={t("threads.reportLead")}>
          <Form
            id="report"
            labels={{ reason: t("threads.reportReason") }}
            refused={refused}
            submit={t("threads.tool.report")}
          >
            <TextAreaField name="reason" rows={4} />
          </Form>
        </Part>
      )}
      {!signedIn && message.removed === null && (
        <p>
          <a href={`/sign-in?to=${encodeURIComponent(`/threads/${thread.id}/${message.number}`)}`}>
            {t("threads.signInToReport")}
          </a>
        </p>
      )}
    </Page>
  );
}

function Edit({ text, seen, refused }: MessagePageProps) {
  const { t } = useTranslation();
  return (
    <Part title={t("threads.tool.edit")} id="edit" lead={t("threads.editLead")}>
      <div className={styles.column}>
        <Form id="edit" labels={{ text: t("threads.field.text") }} refused={refused} submit={t("editor.save")} wide>
          <input type="hidden" name="seen" value={seen} />
          <TextAreaField name="text" rows={8} value={text} hint={t("threads.textHint", { max: longestMessage })} />
        </Form>
      </div>
    </Part>
  );
}

/** What was reported, and the decision on it. */
function Judge({ reports, refused, alone }: MessagePageProps) {
  const { t, language } = useTranslation();
  return (
    <Part title={t("threads.judgeTitle")} id="judge">
      {reports.map((report) => (
        <div key={report.id} className={styles.about}>
          <p className={styles.small}>
            {alone
              ? t("threads.reportOn", { date: formatMoment(report.at, language) })
              : t("threads.reportBy", {
                  name: report.by ?? t("threads.gone"),
                  date: formatMoment(report.at, language),
                })}
          </p>
          <blockquote className={styles.quote}>{report.reason}</blockquote>
        </div>
      ))}
      <Form
        id="remove"
        labels={{ reason: t("threads.removalReason") }}
        refused={refused}
        submit={t("threads.remove")}
        danger
      >
        <TextAreaField name="reason" rows={3} hint={t("threads.removalHint")} />
      </Form>
      {(reports.length > 0 || refused?.form === "dismiss") && (
        <Form id="dismiss" labels={{}} refused={refused} submit={t("threads.dismiss")} />
      )}
    </Part>
  );
}

export const messageMeta = (
  matches: Parameters<typeof frameOf>[0],
  { thread, message: { number } }: Pick<MessagePageProps, "thread" | "message">,
): MetaDescriptor[] =>
  talkMeta(
    matches,
    (t) => `${t("threads.message", { number })} · ${threadTitle(t, thread)} · ${aboutTitle(t, thread.about)}`,
  );
