import type { EditionKind } from "~db/schema/edition";
import { openLinks } from "./subjects/links-subject.server";
import { openPlace } from "./subjects/place-subject.server";
import type { OpenSubject } from "./subjects/subject";
import { openTag } from "./subjects/tag-subject.server";
import { openTags } from "./subjects/tags-subject.server";
import { openTerm } from "./subjects/term-subject.server";
import { openTexts } from "./subjects/text-subject.server";

/** How each kind of thing is opened for editing. */
export const openSubject: Record<EditionKind, OpenSubject> = {
  term: openTerm,
  place: openPlace,
  text: openTexts,
  links: openLinks,
  tags: openTags,
  tag: openTag,
};
