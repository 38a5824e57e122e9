import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "playwright/test";
import { watch } from "../support/browser";

const head = '<!doctype html><html lang="en"><title>Faulty</title><link rel="icon" href="data:,">';
const policy = "default-src 'self'; script-src 'self' 'nonce-known'; img-src 'self' data:";

/** Pages with one fault each, and how the watch over all browser tests has to name it. */
const faults: Record<string, { body: string; problem: RegExp }> = {
  "a script that the policy forbids": {
    body: "<script>document.title = 'ran'</script>",
    problem: /^console error .*Content Security Policy/,
  },
  "a style that the policy forbids": {
    body: "<p style='color: red'>Red</p>",
    problem: /^console error .*Content Security Policy/,
  },
  "an image of another site": {
    body: "<img src='https://example.org/image.png' alt=''>",
    problem: /^console error .*Content Security Policy/,
  },
  "an error that nobody catches": {
    body: "<script nonce='known'>throw new Error('broken')</script>",
    problem: /^page error: Error: broken/,
  },
  "a promise that nobody catches": {
    body: "<script nonce='known'>Promise.reject(new Error('broken promise'))</script>",
    problem: /^page error: Error: broken promise/,
  },
  "an error in the console": {
    body: "<script nonce='known'>console.error('said so')</script>",
    problem: /^console error .*said so/,
  },
  "a warning in the console": {
    body: "<script nonce='known'>console.warn('beware')</script>",
    problem: /^console warning .*beware/,
  },
  "a file that is not there": {
    body: "<img src='/missing.png' alt=''>",
    problem: /^status 404: .*\/missing\.png$/,
  },
  "a file that does not come": {
    body: "<img src='/cut-off.png' alt=''>",
    problem: /^request failed: .*\/cut-off\.png /,
  },
};

test("the watch over browser tests sees each kind of fault, and none in a sound page", async ({ context, page }) => {
  const server = createServer((request, response) => {
    const name = decodeURIComponent((request.url ?? "").slice(1));
    if (name === "cut-off.png") return void response.destroy();
    const body = name === "sound" ? "<p>Sound</p>" : faults[name]?.body;
    response.writeHead(body === undefined ? 404 : 200, {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": policy,
    });
    response.end(`${head}${body ?? ""}`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const problems = watch(context);
    await page.goto(`${origin}/sound`);
    expect(problems.found).toEqual([]);
    for (const [name, { problem }] of Object.entries(faults)) {
      const before = problems.found.length;
      await page.goto(`${origin}/${encodeURIComponent(name)}`);
      await expect
        .poll(() => problems.found.slice(before), { message: name })
        .toContainEqual(expect.stringMatching(problem));
    }
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
