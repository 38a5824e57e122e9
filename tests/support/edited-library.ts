import { expect } from "vitest";
import type { BrowserStandIn } from "./browser-stand-in";
import { type NetworkServer, startNetworkServer } from "./network-server";

/** What a form of a page says that its reader saw. */
export async function seenOn(browser: BrowserStandIn, path: string, form: string): Promise<string> {
  const html = await (await browser.get(path)).text();
  const [, part = ""] = html.split(`name="form" value="${form}"`);
  const [, seen = ""] = /name="seen" value="([^"]*)"/.exec(part) ?? [];
  const signs: Record<string, string> = { quot: '"', lt: "<", gt: ">", "#x27": "'", amp: "&" };
  return seen.replace(/&(quot|lt|gt|#x27|amp);/g, (_, name: string) => signs[name] ?? "");
}

/** The ids of what a search finds. */
export const found = async ({ origin }: NetworkServer, text: string): Promise<string[]> => {
  const answer = await fetch(`${origin}/api/v1/search?${new URLSearchParams({ q: text, per_page: "100" })}`);
  return ((await answer.json()) as { hits: { id: string }[] }).hits.map(({ id }) => id);
};

export async function expectInStep({ services }: NetworkServer): Promise<void> {
  await services.syncIndex();
  for (const keeper of services.indexes.keepers) {
    const { missing, surplus, different } = await keeper.verify({ repair: false });
    expect({ missing, surplus, different }).toEqual({ missing: [], surplus: [], different: [] });
  }
}

export const lastEdition = async ({ services: { db } }: NetworkServer) => {
  const row = await db.selectFrom("edition").orderBy("number", "desc").select("number").executeTakeFirstOrThrow();
  return String(row.number);
};

/** A library with two administrators and a reader. */
export async function aLibrary() {
  const server = await startNetworkServer({ seeds: true });
  const { browser } = await server.person("Edith Editor", [], { administrator: true });
  const { browser: other } = await server.person("Otto Other", [], { administrator: true });
  return { server, db: server.services.db, browser, other, reader: server.browser() };
}

export const textOf = async (response: Promise<Response>) => (await response).text();
