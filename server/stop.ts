import type { Server, ServerResponse } from "node:http";
import type { Services } from "~/services.server";

/** Open requests may take this long after the signal. */
const longestWaitMs = 30_000;
/**
 * So long after the signal, who comes is still served, and asked to come back on another connection: those kept alive are not cut while
 * their next request is on its way, and what watches /readyz turns away.
 */
const lastCallMs = 300;
/** npm passes Ctrl-C on although the terminal has sent it already: the same press twice is one. */
const samePressMs = 300;

/**
 * On SIGTERM or SIGINT: takes no new connection after a last call, lets open requests finish, closes the database, exits 0.
 * A second signal ends the process at once.
 * @returns whether a signal came.
 */
export function stopOnSignal(server: Server, services: Pick<Services, "log" | "close">): () => boolean {
  let stoppedAt = 0;
  const open = new Set<ServerResponse>();
  server.on("request", (_req, res) => {
    open.add(res);
    if (stoppedAt > 0) res.setHeader("Connection", "close");
    res.once("close", () => open.delete(res));
  });
  const close = () => {
    server.close(() => {
      services
        .close()
        .then(() => services.log.info("stopped"))
        .then(() => process.exit(0))
        .catch((error) => {
          services.log.error({ err: error }, "stopping failed");
          process.exit(1);
        });
    });
    // Connections kept alive that wait for nothing would hold the server open: those of now, and those of answers already begun.
    setInterval(() => server.closeIdleConnections(), 100).unref();
  };
  const stop = (signal: NodeJS.Signals) => {
    if (stoppedAt > 0) {
      if (Date.now() - stoppedAt > samePressMs) process.exit(1);
      return;
    }
    stoppedAt = Date.now();
    services.log.info({ signal }, "stopping");
    setTimeout(() => {
      services.log.warn("requests still open: cut off");
      server.closeAllConnections();
    }, longestWaitMs).unref();
    for (const res of open) if (!res.headersSent) res.setHeader("Connection", "close");
    setTimeout(close, lastCallMs);
  };
  whenStarterIsGone(() => stop("SIGTERM"));
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  return () => stoppedAt > 0;
}

/** npm hands SIGTERM to the shell between, and dash ends without handing it on: the server would go on with nobody to stop it. */
function whenStarterIsGone(stop: () => void): void {
  if (process.env.npm_lifecycle_event !== "start") return;
  const starter = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === starter) return;
    clearInterval(watch);
    stop();
  }, 500);
  watch.unref();
}
