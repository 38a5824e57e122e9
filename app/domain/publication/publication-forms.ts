import { z } from "zod";

const note = z.string().trim().max(1000);

export const publishForm = z.object({ note });
/** A new version says what it changed. */
export const publishNextForm = z.object({ note: note.min(1) });

export const archiveForm = z.object({ reason: note.min(1) });
export const withdrawForm = z.object({ reason: note.min(1), sure: z.literal("yes", { error: "form.required" }) });
export const adoptForm = z.object({ network: z.string().min(1).max(100) });
