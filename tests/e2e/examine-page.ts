import type { Page } from "playwright/test";

export interface PageFacts {
  wrong: string[];
  /** Paths of this site that the page leads to, without fragments. */
  links: string[];
  language: string;
  /** What the page itself says, in text and names: without what is marked as being in another language. */
  words: string;
}

/** Reads the HTML of a page as a browser does, without showing it or running it. */
export function examine(page: Page, html: string, address: string): Promise<PageFacts> {
  return page.evaluate(
    ([source, location]) => {
      const { origin, pathname, search } = new URL(location);
      const document = new DOMParser().parseFromString(source, "text/html");
      const all = (selector: string) => [...document.querySelectorAll(selector)];
      const wrong: string[] = [];
      const require = (selector: string, holds: (element: Element) => boolean, name: string) => {
        const found = all(selector);
        if (found.length !== 1 || !found[0] || !holds(found[0])) wrong.push(`${name}: ${found.length} of it`);
      };
      const attribute = (name: string) => (element: Element) => (element.getAttribute(name) ?? "").trim() !== "";
      require("head > title", (it) => (it.textContent ?? "").trim() !== "", "title");
      require('meta[name="description"]', attribute("content"), "description");
      // Of the versions of an entry, the latest is the one to be found.
      const latest = pathname.replace(/^(\/(?:practices|case-studies)\/[^/]+)\/v\d+$/, "$1");
      require('link[rel="canonical"]', (it) =>
        it.getAttribute("href")?.startsWith(`${origin}${latest}`) ?? false, "canonical");
      require("html[lang]", attribute("lang"), "lang");
      require("h1", (it) => (it.textContent ?? "").trim() !== "", "h1");
      require("main", () => true, "main");
      const last = all('nav [aria-current="page"]').filter((it) => it.closest("ol"));
      if (pathname !== "/" && pathname !== "/search" && last.length !== 1) wrong.push("no breadcrumbs");
      const data = all('script[type="application/ld+json"]');
      if (data.length === 0) wrong.push("no JSON-LD");
      for (const script of data) {
        try {
          const value = JSON.parse(script.textContent ?? "");
          if (value["@context"] !== "https://schema.org" || !value["@type"]) wrong.push("JSON-LD without a type");
        } catch {
          wrong.push("JSON-LD that does not parse");
        }
      }
      const ids = all("[id]").map(({ id }) => id);
      const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
      if (twice.length > 0) wrong.push(`ids twice: ${twice.join(", ")}`);
      if (all("img:not([alt])").length > 0) wrong.push("an image without alt");
      if (all("a:not([href]), a[href='']").length > 0) wrong.push("a link that leads nowhere");

      const links: string[] = [];
      for (const link of all("a[href]")) {
        const href = link.getAttribute("href") ?? "";
        const target = new URL(href, location);
        if (href.startsWith("#") && !ids.includes(decodeURIComponent(target.hash.slice(1))))
          wrong.push(`${href} is not there`);
        if (target.origin !== origin || !/^https?:$/.test(target.protocol)) continue;
        const path = target.pathname + target.search;
        if (path !== pathname + search) links.push(path);
      }
      const language = document.documentElement.lang;
      for (const it of all("script, [lang]")) if (it !== document.documentElement) it.remove();
      const names = all("[aria-label], [title], [placeholder]").flatMap((it) =>
        ["aria-label", "title", "placeholder"].map((name) => it.getAttribute(name) ?? ""),
      );
      const words = [document.body.textContent ?? "", ...names].join("\n");
      return { wrong, links, language, words };
    },
    [html, address] as const,
  );
}
