import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { Express, RequestHandler } from "express";
import { type Env, loadEnvFile, readEnv, StartError } from "~/env.server";
import { createServices } from "~/services.server";
import { createApp } from "./app";
import { listen } from "./listen";
import { createPageHandler } from "./page-handler";
import type { PageHandler } from "./pages";
import { createJobs } from "./scheduler/jobs";
import { createScheduler } from "./scheduler/scheduler";
import { startNotes } from "./start-notes";
import { staticFiles } from "./static-files";
import { stopOnSignal } from "./stop";

/** What the development server puts in the place of the build. */
export interface DevelopmentParts {
  server: Server;
  files: RequestHandler;
  loadBuild: () => Promise<ServerBuild>;
  /** Adds to each page what reloads it. */
  wrapPages: (handler: PageHandler) => PageHandler;
}

/** Starts the server; exits with 1 and one line for each problem when it cannot. */
export async function serve(development?: DevelopmentParts): Promise<void> {
  try {
    loadEnvFile();
    await start(readEnv(process.env), development);
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

async function start(env: Env, development: DevelopmentParts | undefined): Promise<void> {
  const server = development?.server ?? createServer();
  limit(server);
  const answerWith = holdRequests(server);
  // The port comes first: when it is taken, nothing has been touched.
  const address = await listen(server, env);
  const services = await createServices(env);
  const origin = env.baseUrl ?? address;
  const { db, log, now } = services;
  const scheduler = createScheduler({ db, log, now, lock: services.lock("clock"), jobs: createJobs(services, origin) });
  const close = async () => {
    await scheduler.close();
    await services.close();
  };
  const isStopping = stopOnSignal(server, { log, close });
  const mode = development ? "development" : "production";
  const files = development?.files ?? staticFiles(join(env.root, "build", "client"));
  const pageHandler = development
    ? development.wrapPages(createRequestHandler(development.loadBuild, mode))
    : createPageHandler(await loadBuild(env));
  answerWith(createApp({ services, mode, files, isStopping, pageHandler }));
  services.citer.start();
  scheduler.start();
  const notes = await startNotes(services, origin);
  console.log(`Polylogue listens on ${address}`);
  console.log(`Its data lives in ${env.dataDir}`);
  for (const note of notes) console.log(note);
  log.info({ address, mode, node: process.version, startedInMs: Math.round(performance.now()) }, "listening");
}

/** Limits for clients that are slow on purpose or by accident. */
function limit(server: Server): void {
  server.headersTimeout = 15_000;
  // For a file of 20 MB over a slow line; anything else has less (body.ts).
  server.requestTimeout = 300_000;
  // Longer than the usual 60 s of reverse proxies, so that they are the ones to hang up.
  server.keepAliveTimeout = 65_000;
  server.maxHeadersCount = 100;
}

/** Requests that arrive while the server starts wait until it can answer. */
function holdRequests(server: Server): (app: Express) => void {
  const held: [IncomingMessage, ServerResponse][] = [];
  let answering: Express | undefined;
  server.on("request", (req, res) => {
    if (answering) answering(req, res);
    else held.push([req, res]);
  });
  return (app) => {
    answering = app;
    for (const [req, res] of held.splice(0)) app(req, res);
  };
}

async function loadBuild({ root }: Env): Promise<ServerBuild> {
  // Built later than this file is bundled.
  return import(/* @vite-ignore */ pathToFileURL(join(root, "build", "server", "index.js")).href);
}
