// Formats citations beside the server's thread: the style engine takes a second to load. Plain JavaScript, because Node runs it as
// it stands, in development and in production.
import { parentPort } from "node:worker_threads";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";

const formats = {
  apa: (item) => {
    const cited = new Cite([item]).format("bibliography", { format: "text", template: "apa", lang: "en-US" }).trim();
    // The style knows no reviewers; what else there is to say stands at its end in brackets.
    return item.note ? `${cited} (${item.note})` : cited;
  },
  bibtex: (item) =>
    new Cite([withoutDay(item)])
      .format("bibtex")
      .trim()
      // The entry's own id as the key: made of author, year and first word, keys of one document would all be the same.
      .replace(/^(@\w+\{)[^,]*/, `$1${item.id}`),
  // RIS of this library breaks lines in the middle of words and addresses, which readers of RIS take for the end.
  ris: (item) =>
    new Cite([item])
      .format("ris")
      .trim()
      .replace(/\n(?![A-Z][A-Z0-9] {2}-)/g, "")
      // It also cuts ids after twenty letters, which makes those of one document the same.
      .replace(/^(ID {2}- ).*$/m, `$1${item.id}`),
  csl: (item) => new Cite([item]).format("data", { format: "text" }).trim(),
};

const format = (item, names) => Object.fromEntries(names.map((name) => [name, formats[name](item)]));

/** BibTeX has a field for the month and none for the day, which would be written into the month. */
const withoutDay = ({ issued, ...item }) =>
  issued ? { ...item, issued: { "date-parts": issued["date-parts"].map((parts) => parts.slice(0, 2)) } } : item;

parentPort.on("message", ({ number, item, names }) => {
  try {
    parentPort.postMessage({ number, formats: format(item, names) });
  } catch (error) {
    parentPort.postMessage({ number, error });
  }
});

format({ id: "warm-up", type: "report", title: "" }, Object.keys(formats));
