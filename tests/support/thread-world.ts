import type { BrowserStandIn } from "./browser-stand-in";
import { type NetworkServer, startNetworkServer } from "./network-server";

export const discussion = "/documents/hrgl-2023/recommendation-8/discussion";
export const practice = "/practices/douala-participatory-budget";
export const aboutPractice = `${practice}/discussion`;

export const textOf = async (browser: BrowserStandIn, path: string) => (await browser.get(path)).text();

/** Begins a thread. @returns its address */
export async function begin(browser: BrowserStandIn, at: string, fields: Record<string, string> = {}): Promise<string> {
  const answer = await browser.submit(at, {
    form: "thread",
    title: "A question",
    text: "How was it *paid* for?",
    ...fields,
  });
  const path = answer.headers.get("Location");
  if (answer.status !== 302 || !path) throw new Error(`${answer.status} ${await answer.text()}`);
  return path;
}

/** What somebody was told, and what of it waits for them. */
export const told = async ({ services: { db } }: NetworkServer, personId: string) => {
  const rows = await db
    .selectFrom("notification")
    .where("person_id", "=", personId)
    .orderBy("id")
    .selectAll()
    .execute();
  return rows.map(({ kind, waits }) => `${kind}${waits ? " !" : ""}`);
};

/** Members of a network, its two coordinators, somebody without a network and an administrator. */
export async function startWorld() {
  const server = await startNetworkServer({ seeds: true });
  await server.network("own");
  await server.city("own-city", ["own"]);
  const place = { in: "own" };
  return {
    server,
    asker: await server.person("Asta Asker", [place]),
    answerer: await server.person("Ansgar Answerer", [place]),
    coordinator: await server.person("Cora Coordes", [{ ...place, coordinator: true }]),
    second: await server.person("Conrad Coordes", [{ ...place, coordinator: true }]),
    stranger: await server.person("Stella Stranger"),
    administrator: await server.person("Ada Admin", [], { administrator: true }),
  };
}
