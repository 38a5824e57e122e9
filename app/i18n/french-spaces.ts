/** A catalogue: texts, in branches. */
interface Texts {
  [name: string]: string | Texts;
}

const narrow = "\u202f";
const full = "\u00a0";

/** French puts spaces before ; : ! ? and inside « », and between a number and its unit: there no line may break. */
export const keepTogether = (text: string): string =>
  text
    .replace(/ (?=[;!?])/g, narrow)
    .replace(/ (?=[:»])/g, full)
    .replace(/« /g, `«${full}`)
    .replace(/(\d|\}\}) (?=(?:%|Mo|ko|km)(?!\p{L}))/gu, `$1${full}`);

/** The same catalogue, whose files are written with plain spaces that everybody can see. */
export function withFrenchSpaces<T extends Texts>(texts: T): T {
  const spaced = Object.entries(texts).map(([name, value]) => [
    name,
    typeof value === "string" ? keepTogether(value) : withFrenchSpaces(value),
  ]);
  return Object.fromEntries(spaced) as T;
}
