import type { ImportedParticipant } from "./imported-document";

/** Every country by its name in the languages that are read, in small letters. */
let countryNames: Set<string> | null = null;
function isCountry(name: string): boolean {
  if (!countryNames) {
    countryNames = new Set();
    const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
    for (const language of ["en", "fr", "es", "de", "pt", "it", "nl"]) {
      const names = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
      for (const code of letters.flatMap((a) => letters.map((b) => a + b))) {
        const known = names.of(code);
        if (known) countryNames.add(known.toLowerCase());
      }
    }
    for (const name of OTHER_NAMES) countryNames.add(name);
  }
  return countryNames.has(name.toLowerCase().replace(/^the /u, ""));
}

/** Names by which countries are known in lists, but not in the tables of the machine. */
const OTHER_NAMES =
  `republic of korea|korea|south korea|türkiye|turkey|turquie|turquía|czech republic|russian federation|viet nam|uk|usa|us|u.k.|u.s.a.
united states of america|great britain|england|scotland|wales|northern ireland|democratic republic of the congo|drc|republic of the congo
congo|plurinational state of bolivia|bolivarian republic of venezuela|united republic of tanzania|syrian arab republic|syria
islamic republic of iran|iran|lao pdr|republic of moldova|moldova|north macedonia|palestine|state of palestine|côte d’ivoire|côte d'ivoire
ivory coast|cape verde|swaziland|burma|macedonia|holland|hong kong|taiwan|kosovo|brunei darussalam|kyrgyz republic|slovak republic
république de corée|corée du sud|états-unis d’amérique|fédération de russie|rdc|république démocratique du congo|république tchèque
birmanie|palestine|república de corea|corea del sur|ee.uu.|ee. uu.|estados unidos de américa|federación de rusia|palestina
república checa|reino unido de gran bretaña|república democrática del congo`.split(/[|\n]/u);

const IN_BRACKETS = /^(.+?)\s*\(([^()]+)\)[.,;]?$/u;
const BREAKS_OFF =
  /(?:[,&/–—-]|(?<!\p{L})(?:of|for|the|and|on|in|to|de|la|le|les|des|du|et|pour|sur|y|el|los|las|del|para|por))$/iu;

/** Lines of a list of participants, each name on one line: what was broken over two lines is joined. */
export function joinNames(lines: string[]): string[] {
  const filled = lines.map((line) => line.trim()).filter((line) => line !== "");
  const withCountry = filled.filter((line) => IN_BRACKETS.test(line)).length;
  const names: string[] = [];
  for (const line of filled) {
    const last = names.at(-1);
    const before = /[:\uE010]$/u.test(last ?? "") || /[:\uE010]$/u.test(line) ? undefined : last;
    const goesOn =
      before !== undefined && (BREAKS_OFF.test(before) || /^(?:[-–—&(]|\p{Ll})/u.test(line) || opensBracket(before));
    // Where nearly all have a country, a line without one waits for the next.
    const waits =
      before !== undefined && withCountry > 3 && withCountry >= 0.8 * filled.length && !IN_BRACKETS.test(before);
    if (goesOn || waits) names[names.length - 1] = `${before} ${line}`;
    else names.push(line);
  }
  return names;
}

/** A name that goes on below: `Centre for`. */
export function endsInside(line: string): boolean {
  return BREAKS_OFF.test(line) || opensBracket(line);
}

function opensBracket(text: string): boolean {
  return text.lastIndexOf("(") > text.lastIndexOf(")");
}

/** `France: Nantes, Paris` → each city with its country; null for any other line. */
export function citiesOfCountry(line: string, group: string | null): ImportedParticipant[] | null {
  const match = /^([^:]{3,50}?)\s*:\s*(\S.*)$/u.exec(line);
  const [, country, cities] = match ?? [];
  if (!country || !cities || !isCountry(country)) return null;
  const names = cities.split(/[,;]|\s(?:and|et|y)\s(?=\p{Lu}[^,;]*$)/u).map((name) => name.trim().replace(/\.$/u, ""));
  return names.filter((name) => name !== "").map((name) => ({ name, country, group }));
}

/** Whether the line names a place with its country. */
export function namesCountry(line: string): boolean {
  return IN_BRACKETS.test(line) || toParticipant(line, null).country !== null;
}

/** `Vienna (Austria)`, `Graz, Austria` or the cells `Graz | Austria` → name and country. */
export function toParticipant(line: string, group: string | null): ImportedParticipant {
  const cells = line.split(" | ");
  const country = cells.length > 1 ? cells.findLast(isCountry) : undefined;
  if (country) return { name: cells.filter((cell) => cell !== country).join(", "), country, group };
  const bracket = IN_BRACKETS.exec(line);
  if (bracket?.[1] && bracket[2] && (isCountry(bracket[2]) || !/^[A-Z]{2,}[\p{L}-]*$/u.test(bracket[2]))) {
    return { name: bracket[1], country: bracket[2], group };
  }
  const comma = line.lastIndexOf(",");
  const last = line.slice(comma + 1).trim();
  if (comma > 0 && isCountry(last)) return { name: line.slice(0, comma).trim(), country: last, group };
  return { name: line, country: null, group };
}

const COUNTRY_COLUMN = /^(?:countr(?:y|ies)|pays|pa[ií]s|state|estado|état|land|paese)$/iu;
const GROUP_COLUMN =
  /^(?:group|category|type|sector|groupe|catégorie|secteur|grupo|categoría|tipo|gruppe|gruppo|groep)s?$/iu;
/** The number of a row, or what somebody is there: no part of a name. */
const OTHER_COLUMN =
  /^(?:no\.?|n[°º.]+|nr\.?|#|role|function|rôle|fonction|rol|cargo|funci[oó]n|função|funktion|funzione|functie|e-?mail)$/iu;

/** A row of a table, by the words at the head of its columns. */
export function fromRow(head: string, row: string, group: string | null): ImportedParticipant {
  const columns = head.split(" | ").map((column) => column.trim());
  const cells = row.split(" | ").map((cell) => cell.trim());
  if (columns.length !== cells.length) return toParticipant(row, group);
  const own = cells.find((_, at) => GROUP_COLUMN.test(columns[at] ?? "")) || group;
  const country = cells.find((_, at) => COUNTRY_COLUMN.test(columns[at] ?? ""));
  const names = cells.filter((cell, at) => {
    const column = columns[at] ?? "";
    return cell !== "" && !COUNTRY_COLUMN.test(column) && !GROUP_COLUMN.test(column) && !OTHER_COLUMN.test(column);
  });
  if (names.length === 0) return toParticipant(row, group);
  return country ? { name: names.join(", "), country, group: own } : toParticipant(names.join(" | "), own);
}
