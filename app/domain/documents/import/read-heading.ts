import type { Block } from "./block";
import type { FoundHeading } from "./headings";
import { successor } from "./labels";
import { openingVerb } from "./opening-words";
import { namesCountry } from "./participants";
import { labelsAhead } from "./place-label";
import { addDraft, excerpt, type OpenSection, type Reading, warn } from "./reading";
import { roleOf } from "./wording";

/** Opens the section, article or recommendation of a heading, closing those that it ends. */
export function readHeading(reading: Reading, block: Block, found: FoundHeading): void {
  const level = levelOf(reading, block, found);
  while ((reading.sections.at(-1)?.level ?? -1) >= level) reading.sections.pop();
  if (found.kind === "article" && reading.sections.at(-1)?.role === "preamble") reading.sections.pop();
  const parent = reading.sections.at(-1);
  const role = found.kind === "section" ? roleOf(found.text) : null;
  const below = reading.sections.some((section) => section.role === "recommendations");
  const kind =
    found.kind === "section" && found.reading && below && parent?.draft.kind === "section"
      ? "recommendation"
      : found.kind;
  const draft = addDraft(reading, {
    kind,
    label: found.label,
    verb: kind === "recommendation" ? openingVerb(found.text, null, false) : null,
    heading: kind === "section" || isTitle(found.text, block.heading > 0) ? found.text || null : null,
    text: found.text,
    parent: parent?.draft ?? null,
    line: block.line,
  });
  reading.sections.push({ draft, level, reading: found.reading, wrap: found.wrap, role });
  // Only the outermost list can go on below a heading.
  reading.lists.splice(1);
  if (found.unsure) warn(reading, block.line, `Read as a heading by its looks: “${excerpt(found.text)}”.`);
  chooseMode(reading, role, found);
  reading.last = kind === "section" ? null : draft;
  reading.phrase = null;
  reading.bullets = [];
  reading.interrupted = true;
}

/** `Recommendation 1: Name a person.` says already what is recommended: that is no heading. */
function isTitle(text: string, marked: boolean): boolean {
  return text.length <= 120 && (marked || !/[.;:]$/u.test(text));
}

/** Headings of uneven level that continue one numbering are siblings. */
function levelOf(reading: Reading, block: Block, found: FoundHeading): number {
  const { label } = block;
  if (found.kind !== "section") {
    const sibling = reading.sections.find(
      (section) => section.draft.kind === found.kind && section.level === found.level,
    );
    return sibling?.level ?? found.level;
  }
  // A heading in capitals above names is that of a group, although the heading of the list looks no larger.
  const list = reading.sections.find((section) => section.role === "participants" && section.level === found.level);
  const below = reading.blocks[reading.at + 1];
  if (list && roleOf(found.text) === null && below?.text.split(";").every((name) => namesCountry(name.trim()))) {
    return found.level + 0.5;
  }
  if (!found.reading || !label) return found.level;
  const before = [...reading.sections]
    .reverse()
    .find((section: OpenSection) => section.reading && successor(section.reading, section.wrap, label));
  return before?.level ?? found.level;
}

function chooseMode(reading: Reading, role: OpenSection["role"], found: FoundHeading): void {
  if (role === "preamble") {
    reading.mode = "preamble";
    return;
  }
  if (reading.mode === "sections") return;
  // A heading between two numbered recommendations divides them; it does not end them.
  const goesOn = reading.lists.some((list) =>
    labelsAhead(reading).some((next) => successor(list.reading, list.wrap, next)),
  );
  const divides = reading.mode === "operative" && found.reading !== null && found.reading.type !== "number";
  if ((goesOn || divides || found.divides) && found.kind === "section") return;
  if (role === "recommendations" && reading.mode === "preamble") {
    reading.mode = "operative";
    reading.lists = [];
    return;
  }
  reading.mode = "sections";
  reading.lists = [];
}
