import { z } from "zod";
import { severalLines } from "~/domain/memberships/membership-forms";
import { line } from "~/domain/people/account-forms";
import { isTooDeep } from "~/domain/text/markdown-depth";
import { longestMessage, longestQuote } from "./thread";

const needed = (longest: number) => severalLines(longest).refine((text) => text !== "", "form.required");
const message = needed(longestMessage).refine((text) => !isTooDeep(text), "form.tooDeep");
const quote = severalLines(longestQuote).transform((text) => text || null);

export const threadForm = z.object({ title: line(150).min(1), quote, text: message });
export const replyForm = z.object({ quote, text: message });
export const editForm = z.object({ text: message });
export const reasonForm = z.object({ reason: needed(1000) });
export const removalForm = z.object({ reason: needed(500) });
export const sureForm = z.object({ sure: z.literal("yes", "form.notSure") });

/** The number of a message that an address or a form names. */
export const readNumber = (text: unknown): number | null =>
  typeof text === "string" && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : null;
