/** The path of the first link of a mail. */
export function linkIn({ text }: { text: string }): string {
  const url = new URL(/https?:\/\/\S+/.exec(text)?.[0] ?? "");
  return url.pathname + url.search;
}

/** Enough of MIME for what Polylogue sends: one part of text. */
export function readMail(raw: string): { text: string; subject: string } {
  const [head = "", body = ""] = raw.split(/\r?\n\r?\n(.*)/s, 2);
  const unfolded = head.replace(/\r?\n[ \t]+/g, " ");
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, "im").exec(unfolded)?.[1] ?? "";
  const subject = header("Subject")
    .replace(/\?= =\?/g, "?==?")
    .replace(/=\?utf-8\?q\?(.*?)\?=/gi, (_, word: string) => fromQuoted(word.replaceAll("_", " ")))
    .replace(/=\?utf-8\?b\?(.*?)\?=/gi, (_, word: string) => Buffer.from(word, "base64").toString("utf8"));
  const encoding = header("Content-Transfer-Encoding").trim().toLowerCase();
  const text =
    encoding === "base64"
      ? Buffer.from(body, "base64").toString("utf8")
      : encoding === "quoted-printable"
        ? fromQuoted(body)
        : body;
  return { subject, text };
}

const fromQuoted = (text: string) =>
  Buffer.from(
    text
      .replace(/=\r?\n/g, "")
      .replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    "latin1",
  ).toString("utf8");
