import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Express } from "express";
import pino from "pino";
import { onTestFinished } from "vitest";
import { type Env, readEnv } from "~/env.server";
import { createServices, type Services } from "~/services.server";
import { type AppOptions, createApp } from "../../server/app";
import { tempFolder } from "./temp";

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
  now?: () => Date;
}

/** The express application on a free port of this process, around a page handler that the test gives. */
export async function startApp({ env, now, pageHandler, files, isStopping }: Options = {}): Promise<RunningApp> {
  const logged: Record<string, unknown>[] = [];
  const log = pino({ level: "debug" }, { write: (line: string) => void logged.push(JSON.parse(line)) });
  const settings = { ...readEnv({ DATA_DIR: tempFolder(), SEEDS: "false" }), ...env };
  const services = await createServices(settings, { log, ...(now && { now }) });
  onTestFinished(() => services.close());
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
