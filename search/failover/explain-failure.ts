const mostCauses = 4;

/** What went wrong, in one line for administrators: an error's own words often leave out why. */
export function explainFailure(error: unknown): string {
  const words: string[] = [];
  for (let cause = error; cause !== undefined && cause !== null && words.length < mostCauses; ) {
    const said = wordsOf(cause).trim();
    if (said && !words.includes(said)) words.push(said);
    cause = cause instanceof Error ? cause.cause : undefined;
  }
  return words.join(": ").slice(0, 500) || "unknown";
}

function wordsOf(error: unknown): string {
  // Whatever a proxy says: the parser's words would be about its first letter.
  if (error instanceof SyntaxError) return "what answers there is no Meilisearch: its answer is not JSON";
  if (error instanceof AggregateError && !error.message) return String(error.errors[0]?.message ?? "");
  if (error instanceof Error) return error.message;
  return typeof error === "object" ? "" : String(error);
}
