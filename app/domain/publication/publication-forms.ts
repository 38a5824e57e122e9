import { z } from "zod";
import { severalLines } from "~/domain/memberships/membership-forms";

const note = severalLines(1000);
const neededNote = note.refine((text) => text !== "", "form.required");

export const publishForm = z.object({ note });
/** A new version says what it changed. */
export const publishNextForm = z.object({ note: neededNote });

export const archiveForm = z.object({ reason: neededNote });
export const withdrawForm = z.object({ reason: neededNote, sure: z.literal("yes", { error: "form.required" }) });
export const adoptForm = z.object({ network: z.string().min(1).max(100) });
