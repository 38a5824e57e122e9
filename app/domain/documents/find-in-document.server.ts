import type { AnsweringEngine, SearchHit, SearchQuery } from "~search/port";
import { contentWords } from "~search/query/content-words";
import type { DocumentPage } from "./document";
import { type FindRequest, type FoundInDocument, type FoundProvision, hasShownMark } from "./find-in-document";

/** Each word costs a search. */
const mostWords = 6;
const triedSpellings = 4;
const shownSpellings = 3;

/**
 * Finds the provisions of a document that answer a search, read as the site's search reads it: stems, synonyms, corrections.
 * Those with all its words; where there are none, those with any.
 */
export async function findInDocument(
  engine: AnsweringEngine,
  document: Pick<DocumentPage, "slug" | "provisions">,
  find: FindRequest,
  language: string,
): Promise<FoundInDocument> {
  const ask = (text: string) => engine.search(queryFor(document, text, language));
  const { hits, corrections, alsoSearched } = await ask(find.text);
  const any = inOrder(document, hits);
  const complete = await withAllWords(find.text, any, async (word) => inOrder(document, (await ask(word)).hits));
  const matches = complete.length > 0 ? complete : any;
  return {
    ...find,
    matches,
    someWords: complete.length === 0 && any.length > 0,
    corrections,
    alsoSearched,
    waysOut: matches.length === 0 ? await waysOut(engine, document, find.text, language) : null,
  };
}

const queryFor = (
  document: Pick<DocumentPage, "slug" | "provisions">,
  text: string,
  language: string,
): SearchQuery => ({
  text,
  filters: { type: ["provision"], document: [document.slug] },
  sort: "relevance",
  page: 1,
  perPage: Math.max(1, document.provisions.length),
  language,
  countFacets: [],
  extract: "whole",
});

/** Only what has a mark where the reader sees it: an engine also finds what is merely alike. */
function inOrder({ provisions }: Pick<DocumentPage, "provisions">, hits: SearchHit[]): FoundProvision[] {
  const found = new Map(hits.map((hit) => [hit.id, [hit.extract, hit.title]]));
  return provisions.flatMap((provision) => {
    const marked = found.get(provision.id);
    return marked && hasShownMark(provision, marked) ? [{ eid: provision.eid, marked }] : [];
  });
}

/** Those that answer each word, or hold a synonym of several words together. */
async function withAllWords(
  text: string,
  any: FoundProvision[],
  findWord: (word: string) => Promise<FoundProvision[]>,
): Promise<FoundProvision[]> {
  const words = contentWords(text);
  if (words.length < 2 || words.length > mostWords) return any;
  const places = new Map(any.map(({ eid, marked }) => [eid, markedPlaces(marked)]));
  const byWord = await Promise.all(
    words.map(async (word) => {
      const found = await findWord(word);
      return new Map(found.map(({ eid, marked }) => [eid, markedPlaces(marked)]));
    }),
  );
  const answers = (eid: string, ofWord: Map<string, Set<string>>) =>
    [...(ofWord.get(eid) ?? [])].some((place) => places.get(eid)?.has(place));
  return any.filter(({ eid }) => {
    if (byWord.every((ofWord) => answers(eid, ofWord))) return true;
    return [...(places.get(eid) ?? [])].some((place) => byWord.every((ofWord) => !ofWord.get(eid)?.has(place)));
  });
}

/** Where the marks stand: which text, and how far in it. */
function markedPlaces(texts: FoundProvision["marked"]): Set<string> {
  const places = new Set<string>();
  for (const [number, text] of texts.entries()) {
    let at = 0;
    for (const piece of text) {
      if (piece.marked) places.add(`${number}:${at}`);
      at += piece.text.length;
    }
  }
  return places;
}

async function waysOut(
  engine: AnsweringEngine,
  document: Pick<DocumentPage, "slug" | "provisions">,
  text: string,
  language: string,
): Promise<FoundInDocument["waysOut"]> {
  const texts = await engine.spellings(text, { limit: triedSpellings });
  const tried = await Promise.all(
    texts.map(async (spelt) => {
      const { hits } = await engine.search(queryFor(document, spelt, language));
      return { text: spelt, matches: inOrder(document, hits).length };
    }),
  );
  const everywhere = await engine.search({ ...queryFor(document, text, language), filters: {}, perPage: 1 });
  return {
    spellings: tried.filter(({ matches }) => matches > 0).slice(0, shownSpellings),
    inLibrary: everywhere.total,
  };
}
