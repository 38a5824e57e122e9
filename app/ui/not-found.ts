/** Thrown by loaders when an address leads nowhere; the error boundary shows a page with a search. */
export const notFound = (): Response => new Response(null, { status: 404, statusText: "Not Found" });

/** The entry, or the 404 page. @throws Response */
export function orNotFound<T>(entry: T | undefined): T {
  if (entry === undefined) throw notFound();
  return entry;
}
