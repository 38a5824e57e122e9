import { createHash, timingSafeEqual } from "node:crypto";

interface Options {
  /** Null: nobody gets in. */
  password: string | null;
  now: () => Date;
}

/** Why somebody is kept out, for the page that tells. */
export type Closed = "not-set-up" | "password" | "too-many";

const mostTries = 10;
const windowMs = 60_000;
/** More addresses than this are forgotten, the oldest first: memory has an end. */
const mostAddresses = 10_000;

/**
 * Lets administrators in by the password of the installation (HTTP Basic, any name), until people have accounts: see
 * docs/decisions/0009-administrators-before-accounts.md. Pages of administrators call `require` before anything else.
 */
export class AdministratorGate {
  private readonly failures = new Map<string, { count: number; until: number }>();

  constructor(private readonly options: Options) {}

  /** @throws Response with the status and headers of a refusal; its body is a `Closed`. */
  require(request: Request, address: string): void {
    const { password } = this.options;
    if (password === null) throw refusal(404, "not-set-up");
    const now = this.options.now().getTime();
    const failed = this.failures.get(address);
    if (failed && failed.until > now && failed.count >= mostTries) {
      throw refusal(429, "too-many", { "Retry-After": String(Math.ceil((failed.until - now) / 1000)) });
    }
    const given = passwordOf(request.headers.get("Authorization"));
    if (given !== null && isSame(given, password)) {
      this.failures.delete(address);
      return;
    }
    if (given !== null) this.noteFailure(address, now);
    throw refusal(401, "password", { "WWW-Authenticate": 'Basic realm="Polylogue", charset="UTF-8"' });
  }

  private noteFailure(address: string, now: number): void {
    const failed = this.failures.get(address);
    const isRecent = failed !== undefined && failed.until > now;
    this.failures.delete(address);
    this.failures.set(address, {
      count: isRecent ? failed.count + 1 : 1,
      until: isRecent ? failed.until : now + windowMs,
    });
    const oldest = this.failures.keys().next().value;
    if (this.failures.size > mostAddresses && oldest !== undefined) this.failures.delete(oldest);
  }
}

/** What the answers of these pages carry. */
export const administratorHeaders = { "Cache-Control": "no-store", "X-Robots-Tag": "noindex" };

const refusal = (status: number, reason: Closed, headers: Record<string, string> = {}) =>
  new Response(reason, { status, headers: { ...administratorHeaders, ...headers } });

/** The password of `Basic bmFtZTpwYXNzd29yZA==`. */
function passwordOf(header: string | null): string | null {
  const [, encoded] = /^basic +([\w+/]+=*)$/i.exec(header ?? "") ?? [];
  if (encoded === undefined) return null;
  const decoded = Buffer.from(encoded, "base64").toString("utf8");
  const colon = decoded.indexOf(":");
  return colon < 0 ? null : decoded.slice(colon + 1);
}

/** In the same time, whatever differs: the digests are compared as a whole, and are of one length. */
function isSame(given: string, password: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(password));
}
