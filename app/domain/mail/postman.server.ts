import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport, type Transporter } from "nodemailer";
import type { Db } from "~db/client.server";

/** One mail may take this long; a server that hangs must not stop the others for ever. */
const patienceMs = 20_000;
const mostAttempts = 10;
const batch = 20;
/** Sending takes time in this process: by then the request that wrote the mail is answered. */
const pauseMs = 200;

interface Options {
  db: Db;
  /** The mail server's address; null: mails become files in `folder`. */
  smtpUrl: string | null;
  from: string;
  folder: string;
  now: () => Date;
  /** Runs a round while no other process of the same database has one. */
  alone: (round: () => Promise<void>) => Promise<void>;
  log: (level: "info" | "warn" | "error", message: string, details: object) => void;
}

/** Sends what waits in the table `mail`. */
export interface Postman {
  /** Says that something waits; comes back at once, whoever waits for the answer must not notice whether a mail was written. */
  wake(): void;
  /** Sends all that waits now. */
  deliver(): Promise<void>;
  /** Deletes the files of mails that are gone from the table. */
  removeFiles(ids: string[]): Promise<void>;
  close(): Promise<void>;
}

export function createPostman({ db, smtpUrl, from, folder, now, alone, log }: Options): Postman {
  const transport = smtpUrl === null ? folderTransport(folder) : smtpTransport(smtpUrl);
  let round: Promise<void> = Promise.resolve();

  const deliver = () => {
    // One round after the other: a mail that is under way must not be taken twice.
    const next = () => alone(sendWaiting);
    round = round.then(next, next);
    return round;
  };
  const look = () => {
    deliver().catch((error: unknown) => log("error", "mail could not be looked at", { err: error }));
  };
  let soon: NodeJS.Timeout | undefined;
  const wake = () => {
    soon ??= setTimeout(() => {
      soon = undefined;
      look();
    }, pauseMs).unref();
  };

  async function sendWaiting(): Promise<void> {
    const due = await db
      .selectFrom("mail")
      .where("next_attempt_at", "<=", now().toISOString())
      .orderBy("created_at")
      .limit(batch)
      .select(["id", "recipient", "subject", "text", "language", "attempts", "unsubscribe_url"])
      .execute();
    for (const mail of due) {
      const change = await transport
        .send({ ...mail, from, date: now() })
        .then(() => ({
          sent_at: now().toISOString(),
          next_attempt_at: null,
          last_error: null,
          ...transport.afterwards,
        }))
        .catch((error: unknown) => failed(mail, error));
      const update = { ...change, attempts: mail.attempts + 1 };
      await db.updateTable("mail").set(update).where("id", "=", mail.id).execute();
    }
    if (due.length === batch) await sendWaiting();
  }

  function failed(mail: { id: string; attempts: number }, error: unknown) {
    const message = error instanceof Error ? error.message : String(error);
    const code =
      typeof error === "object" && error !== null && "responseCode" in error ? Number(error.responseCode) : 0;
    // 5xx says that it will never work.
    const givenUp = mail.attempts + 1 >= mostAttempts || code >= 500;
    log(givenUp ? "error" : "warn", "mail not sent", { mail: mail.id, attempts: mail.attempts + 1, reason: message });
    const waitMs = 60_000 * 2 ** mail.attempts;
    return {
      last_error: message.slice(0, 500),
      next_attempt_at: givenUp ? null : new Date(now().getTime() + waitMs).toISOString(),
    };
  }

  return {
    wake,
    deliver,
    async removeFiles(ids) {
      if (!transport.removeFiles) return;
      // The round under way may be writing one of them.
      await round.catch(() => {});
      await transport.removeFiles(ids);
    },
    async close() {
      clearTimeout(soon);
      await round.catch(() => {});
      transport.close();
    },
  };
}

interface Letter {
  id: string;
  recipient: string;
  subject: string;
  text: string;
  language: string;
  unsubscribe_url: string | null;
  from: string;
  date: Date;
}

interface Transport {
  send(letter: Letter): Promise<void>;
  /** What becomes of the row of a mail that was sent. */
  afterwards: { text?: string; unsubscribe_url?: null };
  /** Left out where mails are no files. */
  removeFiles?(ids: string[]): Promise<void>;
  close(): void;
}

/** Addresses as objects: nodemailer reads no list and no header out of them. */
const toMessage = ({ id, recipient, subject, text, language, unsubscribe_url, from, date }: Letter) => ({
  from,
  to: { name: "", address: recipient },
  subject,
  text,
  date,
  messageId: `<${id}@${from.replace(/^.*@/, "").replace(/[^\w.-]/g, "") || "polylogue"}>`,
  headers: {
    "Content-Language": language,
    "Auto-Submitted": "auto-generated",
    // RFC 8058: one POST, without a page or a session.
    ...(unsubscribe_url && {
      "List-Unsubscribe": `<${unsubscribe_url}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }),
  },
  disableFileAccess: true,
  disableUrlAccess: true,
});

function smtpTransport(url: string): Transport {
  const transporter: Transporter = createTransport(url, {
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  } as object);
  return {
    send: async (letter) => void (await transporter.sendMail(toMessage(letter))),
    // It may hold a link that opens an account, and is with its reader now.
    afterwards: { text: "", unsubscribe_url: null },
    close: () => transporter.close(),
  };
}

function folderTransport(folder: string): Transport {
  const transporter = createTransport({ streamTransport: true, buffer: true, newline: "unix" });
  return {
    async send(letter) {
      const { message } = await transporter.sendMail(toMessage(letter));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const name = `${letter.date.toISOString().replace(/\W/g, "-")}${letter.id}.eml`;
      await writeFile(join(folder, name), message as Buffer, { mode: 0o600 });
    },
    afterwards: {},
    async removeFiles(ids) {
      const names = ids.length === 0 ? [] : await readdir(folder).catch(() => []);
      for (const name of names) if (ids.some((id) => name.endsWith(`${id}.eml`))) await rm(join(folder, name));
    },
    close: () => transporter.close(),
  };
}
