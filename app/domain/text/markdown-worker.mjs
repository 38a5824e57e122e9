// Renders texts beside the server's thread, so that one that keeps the renderer busy keeps nobody else waiting.
import { parentPort } from "node:worker_threads";
import { toSafeHtml } from "./sanitised-markdown.mjs";

parentPort.on("message", ({ number, text }) => {
  try {
    parentPort.postMessage({ number, html: toSafeHtml(text) });
  } catch {
    parentPort.postMessage({ number, html: null });
  }
});

toSafeHtml("# warm\n\n- *up*");
parentPort.postMessage({ ready: true });
