// Formats citations beside the server's thread: the style engine takes a second to load. Plain JavaScript, because Node runs it as
// it stands, in development and in production.
import { parentPort } from "node:worker_threads";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";

const format = (item) => {
  const citation = new Cite([item]);
  return {
    apa: citation.format("bibliography", { format: "text", template: "apa", lang: "en-US" }).trim(),
    bibtex: citation.format("bibtex").trim(),
    ris: citation.format("ris").trim(),
    csl: citation.format("data", { format: "text" }).trim(),
  };
};

parentPort.on("message", ({ number, item }) => {
  try {
    parentPort.postMessage({ number, formats: format(item) });
  } catch (error) {
    parentPort.postMessage({ number, error });
  }
});

format({ id: "warm-up", type: "report", title: "" });
