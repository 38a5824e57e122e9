import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Express } from "express";
import pino from "pino";
import { onTestFinished } from "vitest";
import { type Env, readEnv } from "~/env.server";
import type { Services } from "~/services.server";
import type { SearchEngine } from "~search/port";
import { type AppOptions, createApp } from "../../server/app";
import { tempDatabase } from "./temp";

export interface RunningApp {
  app: Express;
  server: Server;
  port: number;
  origin: string;
  services: Services;
  /** The lines that were logged. */
  logged: Record<string, unknown>[];
}

interface Options extends Partial<Pick<AppOptions, "pageHandler" | "files" | "isStopping">> {
  env?: Partial<Env>;
}

/** The express application on a free port of this process, around a page handler that the test gives. */
export async function startApp({ env, pageHandler, files, isStopping }: Options = {}): Promise<RunningApp> {
  const logged: Record<string, unknown>[] = [];
  const log = pino({ level: "debug" }, { write: (line: string) => void logged.push(JSON.parse(line)) });
  const { db, readDb } = await tempDatabase();
  const services: Services = {
    env: { ...readEnv({}), ...env },
    db,
    readDb,
    search: emptyEngine,
    log,
    now: () => new Date(),
    migrations: ["0001-library"],
    syncIndex: async () => {},
    reindex: async () => {},
    close: async () => {},
  };
  const app = createApp({ services, mode: "production", pageHandler: pageHandler ?? hello, files, isStopping });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { app, server, port, origin: `http://127.0.0.1:${port}`, services, logged };
}

const hello = async () =>
  new Response("<!doctype html><p>Hello</p>", { headers: { "Content-Type": "text/html; charset=utf-8" } });

/** An index without entries, where the engine itself is not what is tested. */
const emptyEngine: SearchEngine = {
  name: "sqlite",
  search: async () => ({
    total: 0,
    hits: [],
    facets: {},
    corrections: [],
    alsoSearched: [],
    engine: "sqlite",
    tookMs: 0,
  }),
  suggest: async () => [],
  put: async () => {},
  remove: async () => {},
  rebuild: async () => {},
  count: async () => 0,
  close: async () => {},
};
