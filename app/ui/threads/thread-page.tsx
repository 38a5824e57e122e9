import type { MetaDescriptor } from "@remix-run/react";
import { isFieldName } from "~/domain/contributions/contribution-fields";
import { longestMessage } from "~/domain/threads/thread";
import type { MessageView, ThreadView } from "~/domain/threads/thread-view";
import { Pager } from "~/ui/entry/pager";
import { ButtonForm } from "~/ui/form/button-form";
import { TextAreaField } from "~/ui/form/fields";
import { Form, FormErrors } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { formatDate } from "~/ui/format-date";
import { Page, Part } from "~/ui/layout/page";
import type { frameOf } from "~/ui/meta";
import { useTranslation } from "~/ui/translation";
import { MessageArticle } from "./message-view";
import { HowToTakePart, WritesAs } from "./taking-part";
import { aboutTitle, talkMeta, threadCrumbs, threadTitle } from "./thread-crumbs";
import styles from "./threads.module.css";

interface ThreadProps {
  thread: ThreadView;
  messages: MessageView[];
  page: number;
  pages: number;
  /** What the reader wants to answer to. */
  quoting: { number: number; text: string } | null;
  signedIn: boolean;
  /** The reader is told of each message. */
  follows: boolean;
  refused?: Refused;
}

const settling = ["resolve", "reopen", "lock", "unlock"] as const;

/** A conversation: its messages in their order, and what may be done about them. */
export function ThreadPage({ thread, messages, page, pages, quoting, signedIn, follows, refused }: ThreadProps) {
  const { t } = useTranslation();
  const { about, id } = thread;
  const title = threadTitle(t, thread);
  const address = `/threads/${id}`;
  return (
    <Page
      title={title}
      titleLanguage={thread.title ? thread.language : undefined}
      eyebrow={
        <>
          {t("threads.title")} · <span lang={about.language}>{aboutTitle(t, about)}</span>
        </>
      }
      crumbs={threadCrumbs(t, about, { name: title })}
    >
      {settling.map((form) => (
        <FormErrors key={form} id={form} labels={{}} refused={refused} />
      ))}
      <State thread={thread} />
      <Words thread={thread} />
      <ol className={styles.messages} start={messages[0]?.number}>
        {messages.map((message) => (
          <li key={message.number}>
            <MessageArticle
              threadId={id}
              message={message}
              quotePath={thread.may.reply ? `${address}?page=${page}&quote=${message.number}#reply` : undefined}
            />
          </li>
        ))}
      </ol>
      <Pager page={page} pages={pages} to={(to) => `${address}?page=${to}`} />
      {thread.may.reply || refused?.form === "reply" ? (
        <Reply thread={thread} quoting={quoting} refused={refused} />
      ) : (
        thread.lockedAt === null && <HowToTakePart about={about} signedIn={signedIn} path={address} />
      )}
      {signedIn && <Following title={title} follows={follows} />}
      <Settling thread={thread} />
    </Page>
  );
}

/** Whether the reader is told of each message, and the button to change that. */
function Following({ title, follows }: { title: string; follows: boolean }) {
  const { t } = useTranslation();
  const change = follows ? "unfollow" : "follow";
  return (
    <div className={styles.tools}>
      <p className={styles.small}>{t(follows ? "threads.follows" : "threads.followsNot")}</p>
      <ButtonForm form={change} fields={{}} label={t(`following.${change}`)} about={title} />
    </div>
  );
}

function State({ thread: { resolvedAt, lockedAt } }: { thread: ThreadView }) {
  const { t, language } = useTranslation();
  if (!resolvedAt && !lockedAt) return null;
  return (
    <p className={styles.state}>
      {[
        resolvedAt && t("threads.resolvedOn", { date: formatDate(resolvedAt, language) }),
        lockedAt && t("threads.lockedOn", { date: formatDate(lockedAt, language) }),
      ]
        .filter(Boolean)
        .join(" ")}
    </p>
  );
}

/** The words of the text that the thread is about, as they stood. */
function Words({ thread: { quote, about } }: { thread: ThreadView }) {
  const { t } = useTranslation();
  if (!quote) return null;
  const { field, text } = quote;
  return (
    <figure className={styles.about}>
      <blockquote className={styles.quote} lang={about.language}>
        {text}
      </blockquote>
      <figcaption className={styles.small}>
        {field !== null && isFieldName(field)
          ? t("threads.wordsOf", { field: t(`template.${field}.label`) })
          : t("threads.words")}
      </figcaption>
    </figure>
  );
}

function Reply({ thread, quoting, refused }: Pick<ThreadProps, "thread" | "quoting" | "refused">) {
  const { t } = useTranslation();
  const given = refused?.form === "reply" ? refused.values.quoted : undefined;
  const number = typeof given === "string" && given !== "" ? given : quoting?.number;
  return (
    <Part title={t("threads.reply")} id="reply">
      <WritesAs about={thread.about} />
      <div className={styles.column}>
        <Form
          id="reply"
          labels={{ quote: t("threads.field.replyQuote"), text: t("threads.field.text") }}
          refused={refused}
          submit={t("threads.send")}
          wide
        >
          {number !== undefined && (
            <>
              <input type="hidden" name="quoted" value={number} />
              <TextAreaField
                name="quote"
                rows={3}
                optional
                value={quoting?.text}
                hint={t("threads.replyQuoteHint", { number })}
              />
            </>
          )}
          <TextAreaField name="text" rows={6} hint={t("threads.textHint", { max: longestMessage })} />
        </Form>
      </div>
    </Part>
  );
}

/** Buttons for who may say what has become of it. */
function Settling({ thread }: { thread: ThreadView }) {
  const { t } = useTranslation();
  const { may, resolvedAt, lockedAt } = thread;
  const about = threadTitle(t, thread);
  const resolving = resolvedAt ? "reopen" : "resolve";
  const locking = lockedAt ? "unlock" : "lock";
  if (!may.resolve && !may.moderate) return null;
  return (
    <div className={styles.tools}>
      {may.resolve && (
        <ButtonForm form={resolving} fields={{}} label={t(`threads.settle.${resolving}`)} about={about} />
      )}
      {may.moderate && <ButtonForm form={locking} fields={{}} label={t(`threads.settle.${locking}`)} about={about} />}
    </div>
  );
}

export const threadMeta = (
  matches: Parameters<typeof frameOf>[0],
  { thread, page }: Pick<ThreadProps, "thread" | "page">,
): MetaDescriptor[] =>
  talkMeta(
    matches,
    (t) => `${threadTitle(t, thread)} · ${aboutTitle(t, thread.about)}`,
    page > 1 ? `page=${page}` : undefined,
  );
