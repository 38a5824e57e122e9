import type { SearchQuery } from "~search/port";

/** Tells what is wrong with a parameter. */
export type Report = (parameter: string, value: string, message: string) => void;

/** The dates `from` and `to` of an address: years, months or days. What is wrong is reported and left out. */
export function readDates(params: URLSearchParams, report: Report): SearchQuery["dates"] {
  const read = (name: string) => {
    const value = (params.get(name) ?? "").trim();
    if (value === "" || isDate(value)) return value;
    report(name, value, "is no date such as 2019, 2019-05 or 2019-05-31");
    return "";
  };
  const [from, to] = [read("from"), read("to")];
  // A year reaches to its end: from 2019-05 to 2019 is the right way round.
  if (from !== "" && to !== "" && to < from.slice(0, to.length)) {
    report("to", to, "is before “from”");
    return { from };
  }
  return from === "" && to === "" ? undefined : { ...(from ? { from } : {}), ...(to ? { to } : {}) };
}

function isDate(value: string): boolean {
  if (!/^\d{4}(-\d\d(-\d\d)?)?$/.test(value)) return false;
  const time = Date.parse(value);
  // The 31st of February would be read as one of March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
