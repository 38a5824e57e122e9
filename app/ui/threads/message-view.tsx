import type { MessageView } from "~/domain/threads/thread-view";
import { Markdown } from "~/ui/entry/markdown";
import { formatMoment } from "~/ui/format-date";
import { useTranslation } from "~/ui/translation";
import styles from "./threads.module.css";
import { WriterName, writerName } from "./writer-name";

interface MessageProps {
  threadId: string;
  message: MessageView;
  /** Where it can be quoted in an answer; undefined: nowhere. */
  quotePath?: string;
  /** It stands on a page of its own, where its forms are. */
  alone?: boolean;
}

/** A message with its own address and what its reader may do with it. */
export function MessageArticle({ threadId, message, quotePath, alone }: MessageProps) {
  const { t, language } = useTranslation();
  const { number, writer, removed } = message;
  const id = `message-${number}`;
  return (
    <article
      className={styles.message}
      id={id}
      aria-label={t("threads.messageBy", { number, name: writerName(t, writer) })}
    >
      <p className={styles.head}>
        <WriterName writer={writer} />
        <a href={message.path}>
          <time dateTime={message.writtenAt}>{formatMoment(message.writtenAt, language)}</time>
        </a>
        {message.edited && <span>{t("threads.edited")}</span>}
      </p>
      {removed ? (
        <p className={styles.removed}>
          {removed.by === "writer"
            ? t("threads.removedByWriter")
            : t("threads.removedByModerator", { reason: removed.reason ?? "" })}
        </p>
      ) : (
        <>
          <QuotedMessage threadId={threadId} message={message} />
          <Markdown html={message.html} language={message.language} />
        </>
      )}
      {!alone && <Tools threadId={threadId} message={message} quotePath={quotePath} />}
    </article>
  );
}

function QuotedMessage({ threadId, message: { quoted, language } }: { threadId: string; message: MessageView }) {
  const { t } = useTranslation();
  if (!quoted) return null;
  return (
    <div className={styles.about}>
      <p className={styles.small}>
        <a href={`/threads/${threadId}/${quoted.number}`}>{t("threads.answersTo", { number: quoted.number })}</a>
      </p>
      {quoted.text ? (
        <blockquote className={styles.quote} lang={language}>
          {quoted.text}
        </blockquote>
      ) : (
        <p className={styles.removed}>{t("threads.quoteRemoved")}</p>
      )}
    </div>
  );
}

function Tools({ threadId, message, quotePath }: MessageProps) {
  const { t } = useTranslation();
  const { number, may, removed } = message;
  const page = `/threads/${threadId}/${number}`;
  const links: [name: "quote" | "edit" | "takeBack" | "report" | "judge", to: string | false | undefined][] = [
    ["quote", !removed && quotePath],
    ["edit", may.edit && `${page}#edit`],
    ["takeBack", may.takeBack && `${page}#take-back`],
    ["report", may.report && !may.judge && `${page}#report`],
    ["judge", may.judge && `${page}#judge`],
  ];
  const shown = links.filter(([, to]) => to);
  if (shown.length === 0) return null;
  return (
    <p className={styles.tools}>
      {shown.map(([name, to]) => (
        <a
          key={name}
          href={to || page}
          aria-label={`${t(`threads.tool.${name}`)}: ${t("threads.message", { number })}`}
        >
          {t(`threads.tool.${name}`)}
        </a>
      ))}
    </p>
  );
}
