const word = /\p{L}[\p{L}\p{M}]*/gu;

/**
 * How to call what a document prints in capitals ("LIST OF PARTICIPANTS"): as one writes in a sentence, names and abbreviations as the
 * running text of the same document writes them most often. What is not all in capitals stays as it is.
 */
export function sentenceCaser(texts: string[]): (heading: string) => string {
  const forms = new Map<string, number>();
  for (const line of texts.flatMap((text) => text.split("\n"))) {
    if (isInCapitals(line)) continue;
    for (const [form] of line.matchAll(word)) forms.set(form, (forms.get(form) ?? 0) + 1);
  }
  const asWritten = (shouted: string) => {
    const lower = shouted.toLowerCase();
    const capital = lower.charAt(0).toUpperCase() + lower.slice(1);
    const count = (form: string) => forms.get(form) ?? 0;
    return [lower, capital, shouted].reduce((best, form) => (count(form) > count(best) ? form : best));
  };
  return (heading) =>
    isInCapitals(heading)
      ? heading.replace(word, asWritten).replace(/\p{L}/u, (first) => first.toUpperCase())
      : heading;
}

/** An abbreviation alone is no heading in capitals. */
const isInCapitals = (text: string) => /\p{Lu}{4}/u.test(text) && !/\p{Ll}/u.test(text);
