/** The words that the server has counted already: it counts each page that is opened. */
let counted = new URLSearchParams(location.search).get("q") ?? "";

/** Tells the server of words that were meant, once, as it does not count what is asked for while somebody types. */
export function tellSettled(query: URLSearchParams): void {
  const words = query.get("q") ?? "";
  if (words === counted) return;
  counted = words;
  if (words !== "") navigator.sendBeacon("/search/settled", query);
}
