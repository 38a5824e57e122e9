import type { Block } from "./block";
import { type Label, labelOf, successor } from "./labels";
import { citiesOfCountry, endsInside, fromRow, joinNames, namesCountry, toParticipant } from "./participants";
import type { Reading } from "./reading";

/** Whether names are expected: below the heading of a list of participants, until another text has begun. */
export function listsParticipants(reading: Reading): boolean {
  const draft = reading.sections.at(-1)?.draft;
  const last = reading.drafts.findLast((one) => one.kind !== "note" && !reading.edges.has(one));
  return reading.sections.some((section) => section.role === "participants") && draft !== undefined && draft === last;
}

// A private character marks a line that names the group below it.
const GROUP_TITLE = "\uE010";

/** `Local governments` on a line of its own, without a country where all lines below have one. */
function groupTitle(reading: Reading, block: Block, allowed: boolean): string | null {
  const [first = "", ...others] = block.lines;
  const next = reading.blocks[reading.at + 1];
  const below = others.length > 0 ? others : (next?.lines ?? []);
  if (!allowed || block.bullet || namesCountry(first) || first.endsWith(":") || endsInside(first)) return null;
  if (others.length === 0 && next?.page) return null;
  // A single name below is enough where the title stands right above it.
  if (below.length < (others.length > 0 && first.length <= 50 ? 1 : 2)) return null;
  return below.every(namesCountry) || (hasTitles(reading) && !block.page && first.length <= 50) ? first : null;
}

/** The list began with the title of a group, so that what begins its other paragraphs is one too. */
function hasTitles({ groups, sections }: Reading): boolean {
  const group = groups.at(-1);
  return group?.draft === sections.at(-1)?.draft && group?.lines[0]?.endsWith(GROUP_TITLE) === true;
}

/** A line of a list of participants. */
export function readParticipants(reading: Reading, block: Block): boolean {
  const list = reading.sections.find((section) => section.role === "participants");
  const section = reading.sections.at(-1);
  if (!list || !section || !listsParticipants(reading)) return false;
  if ((block.text.length > 120 && /[.!?]$/u.test(block.text)) || /^(?:©|copyright\b)/iu.test(block.text)) return false;
  const title = groupTitle(reading, block, section === list);
  const known = reading.groups.at(-1)?.draft === section.draft ? reading.groups.at(-1) : undefined;
  const group = known ?? {
    draft: section.draft,
    name: section === list ? null : section.draft.text,
    lines: [],
    bulleted: null,
  };
  if (!known) reading.groups.push(group);
  if (title !== null) group.lines.push(`${title}${GROUP_TITLE}`);
  const [first = "", ...others] = title === null ? block.lines : block.lines.slice(1);
  if (title !== null && first === "") return true;
  // A dash among names without dashes is part of the name that was broken before it.
  if (group.lines.length === 0 || group.lines.at(-1)?.endsWith(":")) group.bulleted = block.bullet !== null;
  group.lines.push(block.bullet && !group.bulleted ? `${block.bullet} ${first}` : first, ...others);
  return true;
}

/** Joins the names that were broken over two lines, once the whole list is known. */
export function closeGroups(reading: Reading): void {
  for (const { draft, name, lines } of reading.groups) {
    const names = joinNames(lines);
    draft.text = `${draft.text}\n\n${names.join("\n").replaceAll(GROUP_TITLE, "")}`;
    let group = name;
    let head: string | null = null;
    for (const [at, line] of names.entries()) {
      // `Cities:` on a line of its own names the group below.
      if (/[:\uE010]$/u.test(line)) group = line.slice(0, -1).trim();
      else if (at === 0 && isTableHead(line, names[1] ?? "")) head = line;
      else if (head !== null && line.includes(" | ")) reading.participants.push(fromRow(head, line, group));
      else
        reading.participants.push(
          ...(citiesOfCountry(line, group) ?? severalOf(unnumbered(names, at)).map((one) => toParticipant(one, group))),
        );
    }
  }
}

/** `Name | Country` above `Ana Horvat | Croatia`. */
function isTableHead(line: string, below: string): boolean {
  return line.includes(" | ") && below.includes(" | ") && !namesCountry(line) && namesCountry(below);
}

/** `1. Seoul` in a numbered list of names: the number is no part of the name. */
function unnumbered(names: string[], at: number): string {
  const [before, line, behind] = [names[at - 1], names[at] ?? "", names[at + 1]];
  const label = labelOf(line);
  if (!label || label.length >= line.length) return line;
  const follows = (one: Label | null, other: Label | null) =>
    one !== null && other?.readings.some((reading) => successor(reading, other.wrap, one)) === true;
  const numbered = follows(label, labelOf(before ?? "")) || follows(labelOf(behind ?? ""), label);
  return numbered ? line.slice(label.length) : line;
}

/** `Riga (Latvia); Tartu (Estonia)` */
function severalOf(line: string): string[] {
  const parts = line.split(";").map((part) => part.trim());
  return parts.length > 1 && parts.every(namesCountry) ? parts : [line];
}
