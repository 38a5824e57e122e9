import type { Columns } from "./columns";

/** Where each entry comes when titles are sorted as readers of a language expect; worked out when first asked for. */
export class TitleOrder {
  private readonly ranksOf = new Map<string, Uint32Array>();

  constructor(private readonly columns: Columns) {}

  ranks(language: string): Uint32Array {
    let ranks = this.ranksOf.get(language);
    if (!ranks) {
      const { columns } = this;
      const slots = Array.from({ length: columns.size }, (_, slot) => slot).filter((slot) => columns.isLive(slot));
      ranks = new Uint32Array(columns.size);
      for (const [rank, slot] of byTitle(slots, language, columns).entries()) ranks[slot] = rank;
      this.ranksOf.set(language, ranks);
    }
    return ranks;
  }
}

/** Entries in the order of their titles; those with the same one in that of their slots. */
export function byTitle(slots: ArrayLike<number>, language: string, { titles }: Columns): number[] {
  const { compare } = new Intl.Collator(collatorLanguage(language), { numeric: true });
  return Array.from(slots).sort((a, b) => compare(titles[a] ?? "", titles[b] ?? "") || a - b);
}

/** A tag that is none must not fail a search. */
function collatorLanguage(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? "en";
  } catch {
    return "en";
  }
}
