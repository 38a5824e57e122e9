const mostWords = 6;
const mostLetters = 60;

const toWords = (text: string): string[] =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? [];

/**
 * The address of a new entry: its city, then the first words of its title. A title in another script leaves none: `kind` stands for it.
 * `isTaken` is asked until a number makes it the only one.
 */
export async function newSlug(
  { city, title, kind }: { city: string; title: string; kind: string },
  isTaken: (slug: string) => Promise<boolean>,
): Promise<string> {
  const place = city.split("-");
  const all = toWords(title);
  // A title that begins with its city does not say it twice.
  const words = place.every((word, index) => all[index] === word) ? all.slice(place.length) : all;
  const kept: string[] = [];
  for (const word of words.slice(0, mostWords)) {
    if ([...kept, word].join("-").length > mostLetters) break;
    kept.push(word);
  }
  const slug = [...place, ...(kept.length > 0 ? kept : [kind])].join("-");
  for (let number = 2, candidate = slug; ; number++) {
    if (!(await isTaken(candidate))) return candidate;
    candidate = `${slug}-${number}`;
  }
}
