import type { MetaDescriptor } from "@remix-run/react";
import { longestMessage } from "~/domain/threads/thread";
import type { AboutView, ThreadLineView } from "~/domain/threads/thread-view";
import { EntryLine, EntryList } from "~/ui/entry/entry-line";
import { Pager } from "~/ui/entry/pager";
import { TextAreaField, TextField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { formatDate } from "~/ui/format-date";
import { Page, Part } from "~/ui/layout/page";
import type { frameOf } from "~/ui/meta";
import { useTranslation } from "~/ui/translation";
import { HowToTakePart, WritesAs } from "./taking-part";
import { aboutTitle, talkMeta, threadCrumbs, threadTitle } from "./thread-crumbs";
import styles from "./threads.module.css";
import { writerName } from "./writer-name";

interface DiscussionProps {
  about: AboutView;
  lines: ThreadLineView[];
  page: number;
  pages: number;
  writes: boolean;
  signedIn: boolean;
  refused?: Refused;
}

/** All threads about one thing, and a form to begin another. */
export function DiscussionPage({ about, lines, page, pages, writes, signedIn, refused }: DiscussionProps) {
  const { t } = useTranslation();
  return (
    <Page
      title={t("threads.title")}
      eyebrow={<span lang={about.language}>{aboutTitle(t, about)}</span>}
      lead={t(about.kind === "entry" ? "threads.leadEntry" : "threads.leadSubmission")}
      crumbs={threadCrumbs(t, about)}
    >
      {lines.length === 0 && <p>{t("threads.empty")}</p>}
      {lines.length > 0 && (
        <EntryList>
          {lines.map((line) => (
            <ThreadLine key={line.id} line={line} />
          ))}
        </EntryList>
      )}
      <Pager page={page} pages={pages} to={(to) => `${about.discussion}?page=${to}`} />
      {writes || refused?.form === "thread" ? (
        <Part title={t("threads.new")} id="new">
          <WritesAs about={about} />
          <div className={styles.column}>
            <Form
              id="thread"
              labels={{
                title: t("threads.field.title"),
                quote: t("threads.field.quote"),
                text: t("threads.field.text"),
              }}
              refused={refused}
              submit={t("threads.begin")}
              wide
            >
              <TextField name="title" />
              <TextAreaField name="quote" rows={3} optional hint={t("threads.quoteHint")} />
              <TextAreaField name="text" rows={8} hint={t("threads.textHint", { max: longestMessage })} />
            </Form>
          </div>
        </Part>
      ) : (
        <HowToTakePart about={about} signedIn={signedIn} path={about.discussion} />
      )}
    </Page>
  );
}

function ThreadLine({ line }: { line: ThreadLineView }) {
  const { t, language } = useTranslation();
  const states = [line.resolvedAt && t("threads.resolved"), line.locked && t("threads.locked")].filter(Boolean);
  return (
    <EntryLine
      to={`/threads/${line.id}`}
      title={threadTitle(t, line)}
      language={line.title ? line.language : undefined}
      eyebrow={states.join(" · ") || undefined}
      summary={null}
    >
      <p className={styles.small}>
        {[
          writerName(t, line.first),
          t("threads.messages", { count: line.messages }),
          t("threads.last", { date: formatDate(line.lastAt, language) }),
        ].join(" · ")}
      </p>
      {line.quote && <blockquote className={styles.quote}>{line.quote}</blockquote>}
    </EntryLine>
  );
}

export const discussionMeta = (
  matches: Parameters<typeof frameOf>[0],
  { about, page }: Pick<DiscussionProps, "about" | "page">,
): MetaDescriptor[] =>
  talkMeta(
    matches,
    (t) => `${t("threads.title")}${t("site.colon")} ${aboutTitle(t, about)}`,
    page > 1 ? `page=${page}` : undefined,
  );
