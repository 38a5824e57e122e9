import type { Block } from "./blocks";
import { joinNames, toParticipant } from "./participants";
import type { Reading } from "./reading";

/** Whether names are expected: below the heading of a list of participants, until another text has begun. */
export function listsParticipants(reading: Reading): boolean {
  const draft = reading.sections.at(-1)?.draft;
  const last = reading.drafts.findLast(({ kind }) => kind !== "note");
  return reading.sections.some((section) => section.role === "participants") && draft !== undefined && draft === last;
}

/** A line of a list of participants. */
export function readParticipants(reading: Reading, block: Block): boolean {
  const list = reading.sections.find((section) => section.role === "participants");
  const section = reading.sections.at(-1);
  if (!list || !section || !listsParticipants(reading)) return false;
  if (block.text.length > 120 && /[.!?]$/u.test(block.text)) return false;
  const known = reading.groups.at(-1)?.draft === section.draft ? reading.groups.at(-1) : undefined;
  const group = known ?? {
    draft: section.draft,
    name: section === list ? null : section.draft.text,
    lines: [],
    bulleted: null,
  };
  if (!known) reading.groups.push(group);
  const [first = "", ...others] = block.lines;
  // A dash among names without dashes is part of the name that was broken before it.
  if (group.lines.length === 0 || group.lines.at(-1)?.endsWith(":")) group.bulleted = block.bullet !== null;
  group.lines.push(block.bullet && !group.bulleted ? `${block.bullet} ${first}` : first, ...others);
  return true;
}

/** Joins the names that were broken over two lines, once the whole list is known. */
export function closeGroups(reading: Reading): void {
  for (const { draft, name, lines } of reading.groups) {
    const names = joinNames(lines);
    draft.text = `${draft.text}\n\n${names.join("\n")}`;
    let group = name;
    for (const line of names) {
      // `Cities:` on a line of its own names the group below.
      if (line.endsWith(":")) group = line.slice(0, -1).trim();
      else reading.participants.push(toParticipant(line, group));
    }
  }
}
