import type { BrowserContext, Page } from "playwright/test";
import { expect } from "playwright/test";

/** What ran, or left for another place, in any page of a context. */
export async function watch(context: BrowserContext, here: string, cookie: string): Promise<string[]> {
  const found: string[] = [];
  context.on("dialog", (dialog) => {
    found.push(`${dialog.type()} on ${dialog.page()?.url()}: ${dialog.message()}`);
    void dialog.dismiss().catch(() => {});
  });
  context.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== here && protocol !== "data:") found.push(`asked for ${request.url()}`);
  });
  context.on("weberror", (error) => found.push(`error: ${error.error().message}`));
  const value = /^polylogue=([^;]+)/.exec(cookie)?.[1] ?? "";
  await context.addCookies([{ name: "polylogue", value, url: here, httpOnly: true, sameSite: "Lax" }]);
  return found;
}

/** What waits in a page for a click or a movement: attributes and addresses that would run a script. */
export const dormant = (page: Page) =>
  page.evaluate(() => {
    const wrong: string[] = [];
    for (const element of document.querySelectorAll("*")) {
      for (const { name, value } of element.attributes) {
        if (/^on/i.test(name) || name === "srcdoc") wrong.push(`${element.tagName} ${name}`);
        const isAddress = ["href", "src", "action", "formaction", "xlink:href", "data", "background"].includes(name);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers leave them out of addresses
        if (isAddress && /^[\u0000-\u0020]*(javascript|vbscript|data):/i.test(value.replace(/[\t\r\n]/g, "")))
          wrong.push(`${element.tagName} ${name}=${value.slice(0, 60)}`);
      }
      if (/^(IFRAME|OBJECT|EMBED|BASE|FRAME|APPLET|MATH)$/.test(element.tagName)) wrong.push(element.tagName);
      if (
        element.tagName === "SCRIPT" &&
        !(element as HTMLScriptElement).nonce &&
        // The script of pages that are read, the same for all readers.
        !/^\/assets\/entry\.client-[\w-]+\.js$/.test(element.getAttribute("src") ?? "") &&
        element.getAttribute("type") !== "application/ld+json"
      )
        wrong.push(`SCRIPT ${element.textContent?.slice(0, 60)}`);
    }
    return wrong;
  });

export async function expectHarmless(page: Page, found: string[], what: string, here: string): Promise<void> {
  await page.waitForTimeout(150);
  expect(await dormant(page), what).toEqual([]);
  expect(found, what).toEqual([]);
  expect(new URL(page.url()).origin).toBe(here);
}
