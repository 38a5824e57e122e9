import type { ProvisionKind } from "~db/schema/provision";
import type { ImportedProvision, ImportWarning } from "./imported-document";
import { countWords, similarityOf, type WordCounts } from "./similarity";

/** A provision that the database holds, with its text in the latest version that had it. */
export interface KnownProvision {
  eId: string;
  kind: ProvisionKind;
  label: string | null;
  /** Null: known by its summary alone. */
  text: string | null;
  current: boolean;
}

export interface Matched {
  /** The incoming provisions under the addresses that they keep. */
  provisions: ImportedProvision[];
  /** Current ones that the new version does not have. */
  removed: string[];
  redirects: { from: string; to: string }[];
  warnings: ImportWarning[];
}

const ALIKE = 0.5;
const MOVED = 0.6;
// Beyond this many comparisons only neighbours are compared.
const MOST_COMPARISONS = 250_000;
const NEIGHBOURS = 40;

/** Gives the provisions of a new version the addresses of those that the document already has. */
export function matchProvisions(known: KnownProvision[], incoming: ImportedProvision[]): Matched {
  const byAddress = new Map(known.map((provision) => [provision.eId, provision]));
  const kept = keepUnlabelled(known, incoming);
  const used = new Set<string>([...known.map((provision) => provision.eId)]);
  const given = new Set<string>(kept.values());
  const renamed = new Map<string, string>();
  const provisions = incoming.map((provision) => {
    const parentEId = provision.parentEId && (renamed.get(provision.parentEId) ?? provision.parentEId);
    const own = underParent(provision, parentEId);
    const eId =
      kept.get(provision) ??
      (isFixed(provision) && !given.has(own) ? own : firstFree(own, used, given, provision.kind, byAddress));
    given.add(eId);
    used.add(eId);
    renamed.set(provision.eId, eId);
    return { ...provision, eId, parentEId };
  });
  const now = new Map(provisions.map((provision) => [provision.eId, provision]));
  const gone = known.filter((provision) => provision.current && !now.has(provision.eId));
  const removed = gone.filter((provision) => provision.text !== null).map((provision) => provision.eId);
  const warnings = gone
    .filter((provision) => provision.text === null)
    .map(({ eId }) => ({ line: 1, message: `The file has no ${eId}, which the database knows by its summary.` }));
  return { provisions, removed, redirects: findMoved(gone, provisions, byAddress), warnings };
}

/** The address comes from the label as printed, or is the only one of its kind; the rest are counted. */
function isFixed({ eId, label }: ImportedProvision): boolean {
  if (eId === "preface" || eId === "opening" || eId === "enacting-formula") return true;
  if (label === null) return false;
  const slug = label.toLowerCase().replace(/[^a-z0-9]+/gu, "-");
  return (
    /^(?:recital|recommendation|article|section)-/u.test(eId) && (eId.endsWith(`-${slug}`) || /^article-/u.test(eId))
  );
}

function underParent(provision: ImportedProvision, parentEId: string | null): string {
  const { eId, parentEId: before } = provision;
  return before && parentEId && eId.startsWith(`${before}-`) ? parentEId + eId.slice(before.length) : eId;
}

/** Provisions without labels keep their addresses by their text: the same words first, then the most alike. */
function keepUnlabelled(known: KnownProvision[], incoming: ImportedProvision[]): Map<ImportedProvision, string> {
  const kept = new Map<ImportedProvision, string>();
  const kinds = new Set(incoming.map((provision) => provision.kind));
  for (const kind of kinds) {
    const news = incoming.filter((provision) => provision.kind === kind && !isFixed(provision));
    const fixed = new Set(incoming.filter((provision) => isFixed(provision)).map((provision) => provision.eId));
    const olds = known.filter((provision) => provision.kind === kind && !fixed.has(provision.eId));
    // Known by a summary alone: nothing but the address can tell.
    const bare = new Set(olds.filter((old) => old.text === null && old.current).map((old) => old.eId));
    for (const provision of news) {
      if (bare.has(provision.eId)) kept.set(provision, provision.eId);
    }
    const texted = olds.filter((old) => old.text !== null).sort((a, b) => Number(b.current) - Number(a.current));
    keepSame(
      news.filter((provision) => !kept.has(provision)),
      texted,
      kept,
    );
    const taken = new Set(kept.values());
    keepAlike(
      news.filter((provision) => !kept.has(provision)),
      texted.filter((old) => old.current && !taken.has(old.eId)),
      kept,
    );
  }
  return kept;
}

function keepSame(news: ImportedProvision[], olds: KnownProvision[], kept: Map<ImportedProvision, string>): void {
  const byText = new Map<string, KnownProvision[]>();
  for (const old of olds) {
    const key = fold(old.text ?? "");
    byText.set(key, [...(byText.get(key) ?? []), old]);
  }
  for (const provision of news) {
    const old = byText.get(fold(provision.text))?.shift();
    if (old) kept.set(provision, old.eId);
  }
}

function keepAlike(news: ImportedProvision[], olds: KnownProvision[], kept: Map<ImportedProvision, string>): void {
  const oldWords = olds.map((old) => countWords(old.text ?? ""));
  const far = news.length * olds.length > MOST_COMPARISONS;
  const pairs: { provision: ImportedProvision; old: KnownProvision; score: number }[] = [];
  for (const [at, provision] of news.entries()) {
    const words = countWords(provision.text);
    const middle = Math.round((at * olds.length) / Math.max(1, news.length));
    const [from, to] = far ? [Math.max(0, middle - NEIGHBOURS), middle + NEIGHBOURS] : [0, olds.length];
    for (const [offset, old] of olds.slice(from, to).entries()) {
      const score = similarityOf(words, oldWords[from + offset] as WordCounts);
      if (score >= ALIKE) pairs.push({ provision, old, score });
    }
  }
  const taken = new Set<string>();
  for (const { provision, old } of pairs.sort((a, b) => b.score - a.score)) {
    if (kept.has(provision) || taken.has(old.eId)) continue;
    kept.set(provision, old.eId);
    taken.add(old.eId);
  }
}

/** The counted address itself when nobody ever had it, else the next number that nobody had. */
function firstFree(
  own: string,
  used: Set<string>,
  given: Set<string>,
  kind: ProvisionKind,
  byAddress: Map<string, KnownProvision>,
): string {
  // A provision without text under this address was waiting for one of its kind.
  const waiting = byAddress.get(own);
  if (!given.has(own) && (!used.has(own) || (waiting?.text === null && waiting.kind === kind))) return own;
  const stem = own.replace(/-\d+$/u, "");
  for (let number = 1; ; number += 1) {
    if (!used.has(`${stem}-${number}`) && !given.has(`${stem}-${number}`)) return `${stem}-${number}`;
  }
}

/** Where texts went whose address is gone: to the most alike among what is new or changed. */
function findMoved(gone: KnownProvision[], provisions: ImportedProvision[], byAddress: Map<string, KnownProvision>) {
  const changed = provisions.filter(({ eId, text }) => byAddress.get(eId)?.text !== text);
  const words = changed.map((provision) => countWords(provision.text));
  return gone.flatMap((old) => {
    if (old.text === null) return [];
    const oldWords = countWords(old.text);
    const scores = words.map((counts) => similarityOf(oldWords, counts));
    const best = scores.reduce((top, score, at) => (score > (scores[top] ?? 0) ? at : top), 0);
    const to = changed[best];
    return to && (scores[best] ?? 0) >= MOVED ? [{ from: old.eId, to: to.eId }] : [];
  });
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
