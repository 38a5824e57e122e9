import { SMTPServer } from "smtp-server";
import { onTestFinished } from "vitest";
import { readMail } from "./read-mail";

export interface Received {
  to: string[];
  /** As it came over the wire. */
  raw: string;
  /** Its text, decoded. */
  text: string;
  subject: string;
}

/**
 * Starts a mail server on a free port, which keeps what it takes in `mails`.
 * @param refuses asked for each mail: whether it is not taken this time
 * @returns its address
 */
export async function startMailServer(mails: Received[], refuses: () => boolean = () => false): Promise<string> {
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        if (refuses()) return done(Object.assign(new Error("Not now"), { responseCode: 451 }));
        const raw = Buffer.concat(chunks).toString("utf8");
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw, ...readMail(raw) });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(resolve)));
  const address = server.server.address();
  return `smtp://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
}
