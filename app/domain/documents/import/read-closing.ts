import type { Block } from "./block";
import { datesIn } from "./dates";
import { breaksOff } from "./mending";
import { addDraft, type Reading } from "./reading";

const DONE =
  /^(?:done|adopted|signed|given|agreed|fait|adoptée?|signée?|hech[oa]|dad[oa]|adoptad[oa]|firmad[oa]|feit[oa]|assinad[oa]|fatto|adottat[oa]|firmato|geschehen|beschlossen|unterzeichnet|verabschiedet|gedaan|aangenomen|ondertekend)\s/iu;

/** `Done at Praia on 3 July 2018.` closes what was agreed: it is no part of the last article or recommendation. */
export function readClosing(reading: Reading, block: Block): boolean {
  const { drafts, last } = reading;
  if (block.heading > 0 || block.label || block.bullet || block.text.length > 250 || !DONE.test(block.text))
    return false;
  if (!drafts.some(isDecision) || !datesIn(block.text).some(({ exactness }) => exactness > 1)) return false;
  if (last && breaksOff(last.text) && !block.apart) return false;
  reading.sections = [];
  reading.lists = [];
  reading.bullets = [];
  reading.mode = "sections";
  reading.last = addDraft(reading, { kind: "paragraph", text: block.text, line: block.line });
  return true;
}

function isDecision({ kind }: Reading["drafts"][number]): boolean {
  return kind === "recommendation" || kind === "article";
}
