/**
 * A table as CSV (RFC 4180): every value in quotes, lines ended by CR and LF. It begins with a byte order mark, without which
 * Excel reads UTF-8 as an older encoding; other programs skip it.
 */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(quoted).join(",")}\r\n`).join("")}`;

const quoted = (value: string) => `"${harmless(value).replaceAll('"', '""')}"`;

/** What spreadsheets would take for a formula, and run, is made a text by an apostrophe. */
const harmless = (value: string) => (/^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(value) ? `'${value}` : value);
