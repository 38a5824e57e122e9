import type { Server, ServerResponse } from "node:http";
import { Server as NetServer } from "node:net";
import type { Services } from "~/services.server";

/** Open requests may take this long after the signal. */
const longestWaitMs = 30_000;
/** Connections kept alive that have been silent for this long since the signal have no request on its way. */
const silenceMs = 1000;
/** A turn of the event loop that took no longer did nothing but look for what has come. */
const quietTurnMs = 1;
const longestNoiseMs = 2000;
/** npm passes Ctrl-C on although the terminal has sent it already: the same press twice is one. */
const samePressMs = 300;

/**
 * On SIGTERM or SIGINT: takes no new connection, lets open requests finish, closes the database, exits 0.
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
    // HTTP's own close would cut connections at once that were answered and whose next request is on its way.
    NetServer.prototype.close.call(server, () => {
      services
        .close()
        .then(() => services.log.info("stopped"))
        .then(() => process.exit(0))
        .catch((error) => {
          services.log.error({ err: error }, "stopping failed");
          process.exit(1);
        });
    });
  };
  const closeIdle = () =>
    // What has come in, but was not read yet, makes a connection look idle.
    whenQuiet(() => {
      server.closeIdleConnections();
      setTimeout(closeIdle, 100).unref();
    }, longestWaitMs);
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
    whenQuiet(close, longestNoiseMs);
    // Connections kept alive that wait for nothing would hold the server open: those of now, and those of answers already begun.
    setTimeout(closeIdle, silenceMs).unref();
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  return () => stoppedAt > 0;
}

/** Runs `task` in a moment in which all that has come is taken: what still waits for that would be cut off. */
function whenQuiet(task: () => void, patienceMs: number): void {
  const begun = performance.now();
  let last = Number.NEGATIVE_INFINITY;
  const turn = () => {
    const now = performance.now();
    if (now - last < quietTurnMs || now - begun > patienceMs) return task();
    last = now;
    setImmediate(turn);
  };
  setImmediate(turn);
}
