/** The ORCID iD with its hyphens, from what was typed or pasted (an address too); undefined when its check digit is wrong. */
export function parseOrcid(typed: string): string | undefined {
  const digits = typed
    .trim()
    .toUpperCase()
    .replace(/^HTTPS?:\/\/(WWW\.)?ORCID\.ORG\//, "")
    .replace(/[\s-]/g, "");
  if (!/^\d{15}[\dX]$/.test(digits) || checkDigit(digits.slice(0, 15)) !== digits[15]) return undefined;
  return digits.replace(/(.{4})(?=.)/g, "$1-");
}

/** ISO 7064 mod 11-2. */
function checkDigit(digits: string): string {
  let total = 0;
  for (const digit of digits) total = (total + Number(digit)) * 2;
  const check = (12 - (total % 11)) % 11;
  return check === 10 ? "X" : String(check);
}
