import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { KyselyPlugin } from "kysely";
import { readSource } from "~/domain/documents/import/read-source.server";
import { importDocument } from "~/domain/documents/import-document.server";
import { readEnv } from "~/env.server";
import { createServices } from "~/services.server";
import { createApp } from "../../server/app";

const root = join(import.meta.dirname, "..", "..");

export interface ApiServer {
  origin: string;
  /** How many queries the database has answered. */
  queries(): number;
  get(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

/** The built pages with real services on the seeds and both versions of the charter below, or on an empty library. */
export async function startApiServer({ empty = false } = {}): Promise<ApiServer> {
  const build = join(root, "build", "server", "index.js");
  if (!existsSync(build)) throw new Error("There is no build: run `npm run build` first.");
  const dataDir = mkdtempSync(join(tmpdir(), "polylogue-api-"));
  const services = await createServices(readEnv({ DATA_DIR: dataDir, LOG_LEVEL: "silent", SEEDS: String(!empty) }));
  for (const text of empty ? [] : charterVersions) {
    const file = join(dataDir, "charter.txt");
    writeFileSync(file, text);
    const options = { slug: "test-charter", kind: "charter" as const };
    await importDocument(services.db, { source: await readSource(file), options }, new Date("2026-01-15T09:30:00Z"));
  }
  await services.syncIndex();

  let queries = 0;
  const counter: KyselyPlugin = {
    transformQuery: ({ node }) => {
      queries += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const counted = { ...services, readDb: services.readDb.withPlugin(counter) };
  const pageHandler = createRequestHandler((await import(pathToFileURL(build).href)) as ServerBuild, "production");
  const server = createServer(createApp({ services: counted, mode: "production", pageHandler }));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    queries: () => queries,
    get: (path, init) => fetch(origin + path, { redirect: "manual", ...init }),
    async close() {
      server.closeAllConnections();
      server.close();
      await services.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

const recommendations = {
  budget: "Publish the draft budget in plain words, so that inhabitants can see how it serves their rights.",
  hearings: "Hold open hearings in every district before the council decides on the plan of the year.",
  archive: "Keep an archive of complaints and of what became of them, open to researchers & journalists <of any city>.",
};

const charter = (list: string[]) => `Charter of the Test City for Human Rights in Daily Administration

We, the members of the council of the Test City,

a. Recalling the promises that the council made to its inhabitants,

b. Convinced that rights begin at the counter of an office,

encourage the administration to

${list.map((text, index) => `${index + 1}. ${text}`).join("\n\n")}
`;

/** The second version leaves one recommendation out, so that another moves up. */
const charterVersions = [
  charter([recommendations.budget, recommendations.hearings, recommendations.archive]),
  charter([recommendations.budget, recommendations.archive]),
];
