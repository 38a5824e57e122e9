import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { expect } from "vitest";
import type { Db } from "~db/client.server";
import type { BrowserStandIn } from "../../support/browser-stand-in";
import { formsInPage, type PageForm } from "../../support/forms-in-page";
import { makeFormsWorld } from "../../support/forms-world";

/** A form on some page, and the browser of somebody who sees it. */
export interface FoundForm {
  form: PageForm;
  page: string;
  browser: BrowserStandIn;
}

export interface Found extends FoundForm {
  /** The route's pattern and the form's name: each is tried once. */
  key: string;
  /** Where the same form stands, too: about something else, or for somebody else. */
  others: FoundForm[];
}

export interface World {
  db: Db;
  /** The addresses that take forms. */
  actions: string[];
  found: Found[];
}

/** Every form that stands on a page of the world of forms. */
export async function findForms(): Promise<World> {
  const { server, browsers, pages } = await makeFormsWorld();
  const patterns = await readActions();
  const found = new Map<string, Found>();
  for (const { by, path } of pages) {
    const browser = browsers[by];
    if (!browser) throw new Error(`There is nobody called ${by}.`);
    const answer = await browser.get(path, { "Accept-Language": "en" });
    expect(answer.status, `${path} by ${by}`).toBe(200);
    for (const form of formsInPage(await answer.text(), path)) {
      const address = form.path.split("?")[0] ?? "";
      const pattern = patterns.find(({ matches }) => matches.test(address))?.pattern;
      expect(pattern, `${path} sends a form to ${form.path}`).toBeDefined();
      const key = `${pattern} ${form.name.replace(/[-.]?[0-9a-f]{8}-[0-9a-f-]{27}|-?hrgl.*/, "")}`.trim();
      const known = found.get(key);
      if (known) known.others.push({ form, browser, page: path });
      else found.set(key, { key, form, browser, page: path, others: [] });
    }
  }
  return { db: server.services.db, actions: patterns.map(({ pattern }) => pattern), found: [...found.values()] };
}

/** The forms of that name which stand on the page by now. */
export async function lookAgain({ form, page, browser }: FoundForm): Promise<FoundForm[]> {
  const answer = await browser.get(page, { "Accept-Language": "en" });
  const now = answer.status === 200 ? formsInPage(await answer.text(), page) : [];
  return now.filter(({ name }) => name === form.name).map((one) => ({ form: one, page, browser }));
}

/** The addresses that take forms, and not as a part of the interface for programs; the most exact ones first. */
async function readActions() {
  const file = join(import.meta.dirname, "..", "..", "..", "build", "server", "index.js");
  expect(existsSync(file), "There is no build: run `npm run build` first.").toBe(true);
  const { routes } = (await import(pathToFileURL(file).href)) as ServerBuild;
  const pathOf = (id: string | undefined): string => {
    const route = id === undefined ? undefined : routes[id];
    return route ? `${pathOf(route.parentId)}${route.path ? `/${route.path}` : ""}` : "";
  };
  const vagueness = (pattern: string) => pattern.split(/[:*]/).length;
  return Object.values(routes)
    .flatMap((route) => (route?.module.action ? [pathOf(route.id)] : []))
    .filter((pattern) => !pattern.startsWith("/api"))
    .map((pattern) => ({
      pattern,
      matches: new RegExp(`^${pattern.replace(/:\w+/g, "[^/]+").replace("*", ".+")}$`),
    }))
    .sort((one, other) => vagueness(one.pattern) - vagueness(other.pattern));
}
