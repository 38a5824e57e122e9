import compression from "compression";
import express, { type Express, type RequestHandler } from "express";
import type { Services } from "~/services.server";
import { accessLog } from "./access-log";
import { readBody } from "./body";
import { canonicalAddress } from "./canonical-address";
import { healthz, readyz } from "./health";
import { checkOrigin } from "./origin-check";
import { type PageHandler, pages } from "./pages";
import { answerError } from "./problem";
import { rememberedPages } from "./remembered-pages";
import { checkRequest, dropForwarded } from "./request-checks";
import { securityHeaders } from "./security-headers";

export interface AppOptions {
  services: Services;
  mode: "production" | "development";
  /** Answers everything that is no file. */
  pageHandler: PageHandler;
  /** Serves the built files, or Vite in development. */
  files?: RequestHandler;
  /** Whether the server has been asked to stop. */
  isStopping?: () => boolean;
}

/** The HTTP application around Remix: what is refused, what each answer carries, what is measured. */
export function createApp({ services, mode, pageHandler, files, isStopping = () => false }: AppOptions): Express {
  const { env, log } = services;
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  // Pages read their addresses themselves; qs would also parse what nobody asked for.
  app.set("query parser", false);
  app.set("trust proxy", env.trustProxy);

  app.use(accessLog(log, { believeRequestId: env.trustProxy > 0 }));
  if (env.trustProxy === 0) app.use(dropForwarded);
  app.use(securityHeaders({ development: mode === "development", https: env.baseUrl?.startsWith("https:") ?? false }));
  app.use((_req, res, next) => {
    if (isStopping()) res.setHeader("Connection", "close");
    next();
  });
  app.use(checkRequest);
  app.get("/healthz", healthz);
  app.get("/readyz", readyz(services, isStopping));
  if (files) app.use(files);
  app.use(canonicalAddress);
  app.use(checkOrigin(env.baseUrl), rememberedPages(services), readBody, compression(), pages(pageHandler, services));
  app.use(answerError);
  return app;
}
