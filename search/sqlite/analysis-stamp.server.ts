import { createHash } from "node:crypto";
import { facetNames, type SearchEntry } from "../port";
import { analyseEntry, type Numbering } from "./analyse-entry";

/** Raise the number for changes of the analysis that the sentences below do not show. */
const analysisVersion = 3;

/** A sentence in each language that has rules of its own: endings, accents, function words, numbers, hyphens, no spaces. */
const sentences: Record<string, string> = {
  en: "The multi-level governance of women's rights: 16.7 cities' budgets were discussed fairly.",
  fr: "Les collectivités territoriales s'engagent à l'égalité, à travers l'éducation et la participation.",
  es: "La ciudadanía exigía políticas públicas más justas, con participación y rendición de cuentas.",
  de: "Die Städte verpflichten sich, über die Menschenrechte größere Maßnahmen zu beschließen.",
  pt: "As cidadãs não foram ouvidas nas decisões dos municípios sobre habitação.",
  it: "Le città si impegnano nell'attuazione dei diritti umani e della partecipazione.",
  nl: "De gemeenten hebben mensenrechten in hun begrotingen opgenomen.",
  ru: "Города обязались соблюдать права человека и отчитываться перед жителями.",
  ar: "تلتزم المدن باحترام حقوق الإنسان والمشاركة في اتخاذ القرارات.",
  tr: "Şehirler insan haklarına saygı göstermeyi ve katılımı sağlamayı üstleniyor.",
  el: "Οι πόλεις δεσμεύονται να σέβονται τα δικαιώματα, ιδρύθηκαν συστήματα και ονομάζονται.",
  hi: "शहरों ने लड़कियों के अधिकारों का वचन दिया और बाज़ार बनाया।",
  ro: "Orașele și națiunile respectă drepturile populației.",
  vi: "Thành phố cam kết tôn trọng quyền con người.",
  zh: "城市承诺在日常管理中尊重人权。",
  ja: "都市は日常の行政において人権を尊重することを約束する。",
  ko: "도시들은 일상적인 행정에서 인권을 존중하기로 약속한다.",
  th: "เมืองต่าง ๆ ให้คำมั่นว่าจะเคารพสิทธิมนุษยชน",
};

let stamp: string | undefined;

/** Tells whether an index was analysed as entries are now: what becomes of the sentences, as a short hash. */
export function analysisStamp(): string {
  stamp ??= hashOf([analysisVersion, Object.entries(sentences).map(([language, text]) => analysed(language, text))]);
  return stamp;
}

function analysed(language: string, text: string): unknown {
  const seen: unknown[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (value: string) => {
    const number = numbers.get(value) ?? numbers.size + 1;
    numbers.set(value, number);
    return number;
  };
  const numbering: Numbering = {
    known: new Map(),
    wordId: numberOf,
    pair: (stem, word) => void seen.push([stem, word]),
    facetValueId: (facet, value) => numberOf(`${facet} ${value}`),
  };
  const facets = Object.fromEntries(facetNames.map((facet) => [facet, [] as string[]])) as SearchEntry["facets"];
  const { analysed: entry } = analyseEntry(
    {
      ...{ id: language, kind: "city", language, title: text, names: [text], summary: text, text, keywords: [text] },
      ...{ url: "/", date: null, facets, location: null },
    },
    numbering,
  );
  const { terms, frequencies, words, titleLength, bodyLength } = entry;
  const inOrder = [terms, frequencies, words].map((list) => Array.from(list));
  return [[...numbers.keys()], seen, inOrder, titleLength, bodyLength];
}

const hashOf = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest("base64url").slice(0, 12);
