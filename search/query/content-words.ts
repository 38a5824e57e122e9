import { foldWord } from "../analysis/fold";
import { isStopWordAnywhere } from "../analysis/stop-words";
import { parseQuery } from "./parse-query";

/** The words outside quotes that tell something, each once, as typed: function words of all languages left out. */
export const contentWords = (text: string): string[] =>
  [...new Set(parseQuery(text).words)].filter((word) => !isStopWordAnywhere(foldWord(word)));
