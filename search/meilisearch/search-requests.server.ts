import type { Pool } from "undici";

export interface SearchRequestsOptions {
  url: string;
  key: string;
  timeoutMs: number;
}

/** What the server refused; `code` is its own, such as `index_not_found`. */
export class RefusedSearch extends Error {
  override name = "RefusedSearch";

  constructor(
    message: string,
    readonly status: number,
    readonly code: string,
  ) {
    super(message);
  }
}

/** Asks the server over connections that stay open. For searches alone: `fetch`, which the client uses, takes a millisecond more. */
export class SearchRequests {
  private readonly path: string;
  private readonly pool: Promise<Pool>;

  constructor(private readonly options: SearchRequestsOptions) {
    const { origin, pathname } = new URL("multi-search", options.url.endsWith("/") ? options.url : `${options.url}/`);
    this.path = pathname;
    const { timeoutMs } = options;
    const timeouts = { connect: { timeout: timeoutMs }, headersTimeout: timeoutMs, bodyTimeout: timeoutMs };
    // It takes a tenth of a second to load, which those who start without a server need not wait for.
    this.pool = import("undici").then(({ Pool }) => new Pool(origin, timeouts));
  }

  close(): void {
    void this.pool.then((pool) => pool.destroy());
  }

  /**
   * @throws RefusedSearch when the server refuses.
   * @throws Error when it does not answer in time, or not at all.
   */
  async multiSearch<T>(body: unknown): Promise<T> {
    const text = JSON.stringify(body);
    try {
      return await this.post<T>(text);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : "";
      const isLate = tooSlow.has(code) || (error instanceof Error && error.name === "TimeoutError");
      if (isLate) throw new Error(`Meilisearch did not answer within ${this.options.timeoutMs} ms`);
      // The server may close a connection that it held open just when it is used again.
      if (closed.has(code)) return this.post<T>(text);
      throw error;
    }
  }

  private async post<T>(body: string): Promise<T> {
    const { key } = this.options;
    const pool = await this.pool;
    const { statusCode, body: answer } = await pool.request({
      path: this.path,
      method: "POST",
      headers: {
        "content-type": "application/json",
        // On a short way, packing an answer takes ten times as long as sending it.
        "accept-encoding": "identity",
        ...(key && { authorization: `Bearer ${key}` }),
      },
      body,
      // The other limits are for each part of an answer: one that comes by drops keeps to them for ever.
      signal: AbortSignal.timeout(this.options.timeoutMs),
    });
    const text = await answer.text();
    if (statusCode >= 200 && statusCode < 300) return JSON.parse(text) as T;
    const { message = `the server answered ${statusCode}`, code = "" } = parsed(text);
    throw new RefusedSearch(`Meilisearch: ${message}`, statusCode, code);
  }
}

const tooSlow = new Set(["UND_ERR_CONNECT_TIMEOUT", "UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT"]);
const closed = new Set(["UND_ERR_SOCKET", "ECONNRESET"]);

/** A proxy in between may answer with anything. */
function parsed(text: string): { message?: string; code?: string } {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}
