import { type BrowserContext, test as base, expect } from "playwright/test";

export { expect };

/** What went wrong in a browser besides the test's own expectations. */
export interface Problems {
  found: string[];
  /** Says that a problem is what the test is about: a console line or a failed request that matches is none. */
  allow(pattern: RegExp): void;
}

/** Watches a context for console errors (CSP violations among them), page errors, failed requests and error answers. */
export function watch(context: BrowserContext): Problems {
  const found: string[] = [];
  const allowed: RegExp[] = [];
  context.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") {
      const { url } = message.location();
      found.push(`console ${message.type()} on ${message.page()?.url()}: ${message.text()} (${url})`);
    }
  });
  context.on("weberror", (error) => found.push(`page error: ${error.error().stack ?? error.error().message}`));
  context.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText;
    // A page that is left takes what it was still loading with it.
    if (reason !== "net::ERR_ABORTED") found.push(`request failed: ${request.url()} (${reason})`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) found.push(`status ${response.status()}: ${response.url()}`);
  });
  return {
    get found() {
      return found.filter((problem) => !allowed.some((pattern) => pattern.test(problem)));
    },
    allow: (pattern) => void allowed.push(pattern),
  };
}

/** Playwright's `test`, failing on anything that `watch` finds in its page. */
export const test = base.extend<{ problems: Problems }>({
  problems: [
    async ({ context }, use) => {
      const problems = watch(context);
      await use(problems);
      expect(problems.found, "problems in the browser").toEqual([]);
    },
    { auto: true },
  ],
});

/** Whether the source documents were imported into the server under test (tests/support/browser-server.ts). */
export const hasDocuments = process.env.POLYLOGUE_DOCUMENTS === "imported";
