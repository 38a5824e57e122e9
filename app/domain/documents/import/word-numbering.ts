import { type ListType, listLabel } from "./list-labels";

interface Level {
  format: string;
  /** What is printed, with `%1` for the number of the outermost level: `(%2)`. */
  text: string;
  start: number;
}

interface Numbering {
  /** Levels by abstract list and level. */
  lists: Map<string, Map<number, Level>>;
  /** Abstract list and restarts of each list of the document. */
  instances: Map<string, { list: string; restarts: Map<number, number> }>;
  /** Which level a paragraph style numbers. */
  styles: Map<string, { list: string; level: number }>;
}

const FORMATS: Record<string, ListType> = {
  lowerLetter: "a",
  upperLetter: "A",
  lowerRoman: "i",
  upperRoman: "I",
  decimalZero: "01",
};

/**
 * What Word prints before each paragraph that it numbers by itself, in their order: `a.`, `(ii)`, `2.1`. Bullets are not
 * counted; an empty text is a level that prints nothing.
 */
export function wordLabels(documentXml: string, numberingXml: string): string[] {
  const numbering = readNumbering(numberingXml);
  const counts = new Map<string, number[]>();
  const restarted = new Set<string>();
  const labels: string[] = [];
  for (const [, properties = ""] of documentXml.matchAll(/<w:pPr>([\s\S]*?)<\/w:pPr>/gu)) {
    // How it was numbered before somebody changed it.
    const place = placeOf(properties.replace(/<w:pPrChange[\s\S]*$/u, ""), numbering);
    const levels = place && numbering.lists.get(place.list);
    const level = place && levels?.get(place.level);
    if (!place || !levels || !level || level.format === "bullet") continue;
    const count = counts.get(place.list) ?? [];
    counts.set(place.list, count);
    const restart = place.restarts?.get(place.level);
    const once = `${place.instance}/${place.level}`;
    if (restart !== undefined && !restarted.has(once)) count[place.level] = restart - 1;
    restarted.add(once);
    count[place.level] = (count[place.level] ?? level.start - 1) + 1;
    count.length = place.level + 1;
    labels.push(level.format === "none" ? "" : printed(level, levels, count));
  }
  return labels;
}

function printed(level: Level, levels: Map<number, Level>, count: number[]): string {
  return level.text.replace(/%(\d)/gu, (_, digit: string) => {
    const at = Number(digit) - 1;
    const own = levels.get(at);
    return listLabel(count[at] ?? own?.start ?? 1, FORMATS[own?.format ?? ""] ?? "1");
  });
}

function placeOf(properties: string, { instances, styles }: Numbering) {
  const own = /<w:numPr>([\s\S]*?)<\/w:numPr>/u.exec(properties)?.[1] ?? "";
  const level = valueIn(own, "ilvl");
  const id = valueIn(own, "numId");
  const style = styles.get(valueIn(properties, "pStyle") ?? "");
  if (style && (id === null || level === null)) return { ...style, instance: "", restarts: undefined };
  const instance = id === null ? undefined : instances.get(id);
  return instance && { ...instance, level: Number(level ?? 0), instance: id };
}

function readNumbering(xml: string): Numbering {
  const lists: Numbering["lists"] = new Map();
  const styles: Numbering["styles"] = new Map();
  const defined = new Map<string, string>();
  const borrowed: [list: string, style: string][] = [];
  for (const [, list = "", body = ""] of elements(xml, "abstractNum", "abstractNumId")) {
    const levels = new Map<number, Level>();
    for (const [, at = "0", content = ""] of elements(body, "lvl", "ilvl")) {
      const start = Number(valueIn(content, "start") ?? 1);
      const text = unescaped(valueIn(content, "lvlText") ?? "");
      levels.set(Number(at), { format: valueIn(content, "numFmt") ?? "decimal", text, start });
      const style = valueIn(content, "pStyle");
      if (style) styles.set(style, { list, level: Number(at) });
    }
    lists.set(list, levels);
    const [own, other] = [valueIn(body, "styleLink"), valueIn(body, "numStyleLink")];
    if (own) defined.set(own, list);
    if (other) borrowed.push([list, other]);
  }
  for (const [list, style] of borrowed) lists.set(list, lists.get(defined.get(style) ?? "") ?? new Map());
  const instances: Numbering["instances"] = new Map();
  for (const [, id = "", body = ""] of elements(xml, "num", "numId")) {
    const overrides = elements(body, "lvlOverride", "ilvl").map(
      ([, at = "0", content = ""]) => [Number(at), valueIn(content, "startOverride")] as const,
    );
    const restarts = overrides.flatMap(([at, start]) => (start === null ? [] : [[at, Number(start)] as const]));
    instances.set(id, { list: valueIn(body, "abstractNumId") ?? "", restarts: new Map(restarts) });
  }
  return { lists, instances, styles };
}

/** Each element of a name, with the value of one attribute and its content. */
function elements(xml: string, name: string, attribute: string): RegExpMatchArray[] {
  return [
    ...xml.matchAll(
      new RegExp(`<w:${name}\\s(?:[^>]*\\s)?w:${attribute}="([^"]*)"[^>]*>([\\s\\S]*?)</w:${name}>`, "gu"),
    ),
  ];
}

function valueIn(xml: string, name: string): string | null {
  return new RegExp(`<w:${name}\\s(?:[^>]*\\s)?w:val="([^"]*)"`, "u").exec(xml)?.[1] ?? null;
}

function unescaped(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}
