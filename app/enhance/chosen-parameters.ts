type Parameter = [name: string, value: string];

/** What an address gives once; all else are facets of several values. Named here, so that a reading page loads one script alone. */
export const givenOnce = ["q", "type", "from", "to", "near", "km", "sort", "view", "more", "page", "per_page", "lang"];

const isAmong = (parameters: Parameter[], [name, value]: Parameter) =>
  parameters.some(([other, same]) => other === name && same === value);

/**
 * What somebody means who chooses `chosen` among the results of `shown` while those of `wanted` are on their way: what the choice
 * changes of `shown` is changed of `wanted`, so that a filter chosen a moment before stays. The page is the choice's own.
 */
export function chosenParameters(shown: Parameter[], chosen: Parameter[], wanted: Parameter[]): Parameter[] {
  const added = chosen.filter((parameter) => !isAmong(shown, parameter));
  const removed = shown.filter((parameter) => !isAmong(chosen, parameter));
  const replaced = new Set(added.map(([name]) => name).filter((name) => givenOnce.includes(name)));
  const kept = wanted.filter(
    (parameter) =>
      parameter[0] !== "page" &&
      !replaced.has(parameter[0]) &&
      !isAmong(removed, parameter) &&
      !isAmong(added, parameter),
  );
  const page = chosen.filter((parameter) => parameter[0] === "page" && !isAmong(added, parameter));
  return [...kept, ...added, ...page];
}
