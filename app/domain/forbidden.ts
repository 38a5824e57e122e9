/** Thrown by verbs when a policy says no: the page for it is shown, whoever called. */
export const forbidden = (): Response => new Response(null, { status: 403, statusText: "Forbidden" });
