/** How a list counts: `1`, `01`, `a`, `A`, `i`, `I`, as HTML says it. */
export type ListType = "1" | "01" | "a" | "A" | "i" | "I";

/** What a list prints for its nth item, without punctuation: y, z, aa, bb. */
export function listLabel(number: number, type: ListType): string {
  if (number < 1 || number > 10_000) return String(number);
  if (type === "01") return String(number).padStart(2, "0");
  if (type === "a" || type === "A") {
    const letter = String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
    return type === "a" ? letter : letter.toUpperCase();
  }
  if (type === "i" || type === "I") return type === "i" ? roman(number) : roman(number).toUpperCase();
  return String(number);
}

function roman(number: number): string {
  const signs: [string, number][] = [
    ["c", 100],
    ["xc", 90],
    ["l", 50],
    ["xl", 40],
    ["x", 10],
    ["ix", 9],
    ["v", 5],
    ["iv", 4],
    ["i", 1],
  ];
  let rest = number;
  return signs
    .map(([sign, value]) => {
      const times = Math.floor(rest / value);
      rest -= times * value;
      return sign.repeat(times);
    })
    .join("");
}
