const WORDS: Record<string, Set<string>> = {
  en: new Set("the of and to in that for with on by from their which is are this as at be its".split(" ")),
  fr: new Set("le la les de des du et à en que pour dans par sur aux une leur qui est sont au ce".split(" ")),
  es: new Set("el la los las de del y en que para por con una sus su se al es son como lo".split(" ")),
  pt: new Set("o a os as de do da dos das e em que para por com uma seus no na ao é são".split(" ")),
  de: new Set("der die das und in zu den von mit für auf des dem ist sind eine im zur als durch".split(" ")),
  it: new Set(
    "il lo la gli le di e che in per con una del della dei delle nel non sono è al alla dal come ci".split(" "),
  ),
  nl: new Set("de het een en van in dat voor met op te zijn is aan door bij naar wij hun niet als om".split(" ")),
};

/** The language of a text by its commonest words; `sure` is false when two languages come close or words are few. */
export function detectLanguage(text: string): { language: string; sure: boolean } {
  const words =
    text
      .slice(0, 60_000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const votes = Object.entries(WORDS)
    .map(([language, known]) => ({ language, votes: words.filter((word) => known.has(word)).length }))
    .sort((a, b) => b.votes - a.votes);
  const [best, second] = votes;
  if (!best || best.votes === 0) return { language: "en", sure: false };
  return { language: best.language, sure: best.votes >= 5 && best.votes > 1.15 * (second?.votes ?? 0) };
}
