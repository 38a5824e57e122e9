/** As much of a browser as forms need: cookies, an Origin, one redirect at a time. */
export class BrowserStandIn {
  readonly cookies = new Map<string, string>();
  /** The raw Set-Cookie headers, in order. */
  readonly setCookies: string[] = [];

  constructor(
    readonly origin: string,
    readonly headers: Record<string, string> = {},
  ) {}

  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.#send(path, { headers });
  }

  /** Sends a form as the page's own would be sent. */
  async submit(
    path: string,
    fields: Record<string, string | string[]> | FormData,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const body = fields instanceof FormData ? fields : new URLSearchParams();
    if (!(fields instanceof FormData)) {
      for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
    }
    return this.#send(path, { method: "POST", body, headers: { Origin: this.origin, ...headers } });
  }

  async #send(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { ...this.headers, ...(cookie ? { Cookie: cookie } : {}), ...init.headers };
    const response = await fetch(new URL(path, this.origin), { redirect: "manual", ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      this.setCookies.push(line);
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0\b/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }
}
