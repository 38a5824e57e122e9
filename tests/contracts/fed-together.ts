import type { SearchEngine, SearchEntry } from "~search/port";

/** The engine under test, with a second one beside it that is given the same entries, as an installation gives them to both. */
export function fedTogether<T extends SearchEngine>(engine: T, beside: SearchEngine): SearchEngine {
  return {
    name: engine.name,
    search: (query) => engine.search(query),
    suggest: (typed, options) => engine.suggest(typed, options),
    spellings: (text, options) => engine.spellings(text, options),
    similar: (id, options) => engine.similar(id, options),
    needsRebuild: () => engine.needsRebuild(),
    contents: () => engine.contents(),
    count: () => engine.count(),
    close: () => engine.close(),
    async put(entries) {
      await beside.put(entries);
      await engine.put(entries);
    },
    async remove(ids) {
      await beside.remove(ids);
      await engine.remove(ids);
    },
    async rebuild(entries, onProgress) {
      const seen: SearchEntry[] = [];
      const noted = async function* () {
        for await (const entry of entries) {
          seen.push(entry);
          yield entry;
        }
      };
      const before = new Map((await beside.contents()).map(({ id, hash }) => [id, hash]));
      await engine.rebuild(noted(), onProgress);
      const changed = (await beside.contents()).filter(({ id, hash }) => before.get(id) !== hash).map(({ id }) => id);
      const living = new Set((await engine.contents()).map(({ id }) => id));
      // What was put while the rebuild ran is there already, in its newest state.
      await beside.remove((await beside.contents()).map(({ id }) => id).filter((id) => !living.has(id)));
      await beside.put(seen.filter(({ id }) => living.has(id) && !changed.includes(id)));
    },
  };
}
