// Clients give up on an answer whose headers are longer than 16 kB.
const longestHeader = 8000;

/** Links to the first, previous, next and last page of an answer, as RFC 8288 writes them; none where they would be too long. */
export function pageLinks(
  address: string,
  search: URLSearchParams,
  { total, page, per_page }: { total: number; page: number; per_page: number },
): { Link?: string } {
  const last = Math.max(1, Math.ceil(total / per_page));
  const to = (rel: string, number: number) => {
    const changed = new URLSearchParams(search);
    changed.set("page", String(number));
    return `<${address}?${changed}>; rel="${rel}"`;
  };
  const header = [
    to("first", 1),
    ...(page > 1 ? [to("prev", page - 1)] : []),
    ...(page < last ? [to("next", page + 1)] : []),
    to("last", last),
  ].join(", ");
  return header.length > longestHeader ? {} : { Link: header };
}
