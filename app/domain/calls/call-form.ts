import { z } from "zod";
import { coverageAxes } from "~/domain/coverage/coverage";
import { severalLines } from "~/domain/memberships/membership-forms";
import { line, optionalLine } from "~/domain/people/account-forms";
import { isTooDeep } from "~/domain/text/markdown-depth";
import { languages } from "~/i18n/language";

const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

export const callForm = z.object({
  title: line(200).min(1),
  text: severalLines(5000)
    .refine((text) => text !== "", "form.required")
    .refine((text) => !isTooDeep(text), "form.tooDeep"),
  language: z.enum(languages),
  network: optionalLine(100),
  recommendation: optionalLine(200),
  tool: optionalLine(200),
  region: optionalLine(100),
  theme: optionalLine(100),
  deadline: optionalLine(10).refine((day) => day === null || isDay(day), "form.date"),
});

/** A cell of the coverage map: its recommendation and its column, between them a space. Without a column: any. */
export const cellForm = z.object({
  by: z.enum(coverageAxes),
  network: optionalLine(100),
  cell: line(400)
    .min(1)
    .transform((text) => {
      const [recommendation = "", column = ""] = text.split(" ");
      return { recommendation, column: column || null };
    }),
});
