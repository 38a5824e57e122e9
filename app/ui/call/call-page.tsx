import type { Call } from "~/domain/calls/call";
import type { CallAnswer } from "~/domain/calls/call-queries.server";
import { entryPath } from "~/domain/links/link";
import type { SafeHtml } from "~/domain/text/safe-html";
import { EntryLine, EntryList } from "~/ui/entry/entry-line";
import { Facts } from "~/ui/entry/facts";
import { Markdown } from "~/ui/entry/markdown";
import { Side } from "~/ui/entry/side";
import { Form, FormErrors } from "~/ui/form/form";
import quiet from "~/ui/form/quiet-button.module.css";
import type { Refused } from "~/ui/form/read-form";
import { formatDate } from "~/ui/format-date";
import { Page, Part } from "~/ui/layout/page";
import { provisionName } from "~/ui/provision/provision-name";
import { useTranslation } from "~/ui/translation";
import type from "~/ui/type.module.css";

export interface CallPageProps {
  call: Call;
  html: SafeHtml;
  answers: CallAnswer[];
  open: boolean;
  manages: boolean;
  refused?: Refused;
}

/** What is looked for, how to answer, and what was published in answer. */
export function CallPage({ call, html, answers, open, manages, refused }: CallPageProps) {
  const { t, language } = useTranslation();
  const { recommendation } = call;
  return (
    <Page
      title={call.title}
      titleLanguage={call.language}
      eyebrow={t(`calls.status.${open || call.status === "draft" ? call.status : "closed"}`)}
      crumbs={[{ name: t("calls.title"), to: "/calls" }, { name: call.title }]}
      aside={
        <Side title={t("experience.facts")}>
          <Facts
            facts={[
              [
                t("coverage.recommendation"),
                recommendation && (
                  <a href={`/documents/${recommendation.id}`}>
                    {recommendation.shortTitle}, {provisionName(t, { ...recommendation, kind: "recommendation" })}
                  </a>
                ),
              ],
              [t("kind.tool"), call.tool && <a href={`/tools/${call.tool.id}`}>{call.tool.name}</a>],
              [t("coverage.axis.region"), call.region?.label[language] ?? null],
              [t("coverage.axis.theme"), call.theme?.label[language] ?? null],
              [t("kind.network"), call.network && <a href={`/networks/${call.network.id}`}>{call.network.name}</a>],
              [t("calls.published"), call.publishedAt && formatDate(call.publishedAt.slice(0, 10), language)],
              [t("calls.field.deadline"), call.deadline && formatDate(call.deadline, language)],
            ]}
          />
        </Side>
      }
    >
      {["publish", "close", "delete"].map((form) => (
        <FormErrors key={form} id={form} labels={{}} refused={refused} />
      ))}
      <Markdown html={html} language={call.language} />
      {recommendation?.summary && (
        <p className={type.small} lang="en">
          {recommendation.summary}
        </p>
      )}
      {open && (
        <Part title={t("calls.answer")} id="answer">
          <p>{t("calls.answerLead")}</p>
          <p>
            <a className={quiet.button} href={`/contributions/new?call=${call.id}`}>
              {t("calls.begin")}
            </a>
          </p>
        </Part>
      )}
      {call.status !== "draft" && (
        <Part title={t("calls.answers")} id="answers">
          {answers.length === 0 && <p>{t("calls.noAnswers")}</p>}
          <EntryList>
            {answers.map((answer) => (
              <EntryLine
                key={answer.id}
                to={entryPath(answer)}
                title={answer.title}
                language={answer.language}
                eyebrow={t(`kind.${answer.kind}`)}
                summary={answer.summary}
              />
            ))}
          </EntryList>
        </Part>
      )}
      {manages && (
        <Part title={t("calls.manage")} id="manage">
          <p>
            <a href={`/calls/${call.id}/edit`}>{t("calls.edit")}</a>
          </p>
          {call.status === "draft" && (
            <>
              <p>{t("calls.publishLead")}</p>
              <Form id="publish" labels={{}} submit={t("calls.publish")} />
              <Form id="delete" labels={{}} submit={t("calls.delete")} danger />
            </>
          )}
          {call.status === "published" && <Form id="close" labels={{}} submit={t("calls.close")} danger />}
        </Part>
      )}
    </Page>
  );
}
