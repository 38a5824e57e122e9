import { z } from "zod";
import { mailChoices } from "~db/schema/telling";

export const readOneForm = z.object({ id: z.string().regex(/^\d{1,15}$/, "form.gone") });
export const readAllForm = z.object({ last: z.string().regex(/^\d{1,15}$/, "form.gone") });
export const mailChoiceForm = z.object({ choice: z.enum(mailChoices, "form.wrong") });
