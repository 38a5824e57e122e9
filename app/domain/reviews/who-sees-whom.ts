import type { Anonymity } from "~db/schema/membership";

/** What somebody is to a contribution that is reviewed. Coordinators know everyone, and are known to everyone. */
export type Side = "author" | "reviewer" | "coordinator";

/**
 * Whether `viewer` may learn who is behind `other`. The one place that says what each mode of anonymity hides: pages, data, mails,
 * notifications and files ask it.
 */
export function maySee(viewer: Side, other: Side, anonymity: Anonymity): boolean {
  if (viewer === "coordinator" || other === "coordinator") return true;
  if (anonymity === "open") return true;
  // Reviewers judge by themselves: while names are hidden, they are hidden from each other too.
  if (other === "reviewer") return false;
  return viewer === "author" || anonymity !== "both-hidden";
}

/**
 * Whether a file may be opened: documents carry who made them in their properties. Pictures are written anew without, and plain text has
 * none.
 */
export const mayReadFile = (viewer: Side, mediaType: string, anonymity: Anonymity): boolean =>
  maySee(viewer, "author", anonymity) || /^(image|text)\//.test(mediaType);

/** Whether a published review may carry its reviewer's name. What was promised to be hidden stays so. */
export const maySign = (anonymity: Anonymity): boolean => anonymity === "open";

/** Fields of a contribution that name persons: whoever may not know the authors does not see them. */
export const namingFields: readonly string[] = ["contact"];
