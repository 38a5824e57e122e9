/**
 * What a spreadsheet would take for a formula, and run, gets an apostrophe before it; so does what begins with one, so that reading
 * takes back exactly what writing added. A cell typed as `'=x` therefore comes in as `=x`.
 */
const needsEscape = (value: string): boolean => /^\s*[=+\-@＝＋－＠]|^[\t\r\n']/.test(value);

export const escapeFormula = (value: string): string => (needsEscape(value) ? `'${value}` : value);

export const unescapeFormula = (cell: string): string =>
  cell.startsWith("'") && needsEscape(cell.slice(1)) ? cell.slice(1) : cell;
