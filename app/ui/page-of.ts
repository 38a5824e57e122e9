/** The page of a list that the address asks for, from 1; what is no page number reads as the first. */
export function pageOf(request: Request): number {
  const asked = new URL(request.url).searchParams.get("page") ?? "";
  return /^[1-9]\d{0,6}$/.test(asked) ? Number(asked) : 1;
}
